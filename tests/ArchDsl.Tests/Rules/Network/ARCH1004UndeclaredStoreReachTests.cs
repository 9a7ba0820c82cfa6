namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1004UndeclaredStoreReachTests : RuleTests
{
    [Fact]
    public Task RangeThatAdmitsMore_IsReported() => VerifyAsync(
        Program("{|#0:Ingress(\"10.0.0.0/16\", 5432)|}", "Fargate(Image = \"i\"), {|#1:Egress(\"10.0.0.0/16\")|}"),
        [Finding("Database is reachable by Worker, and nothing declares it: Worker -> Database:5432, because both sides admit addresses rather than components. Remove [Ingress]: [Uses<Database>] admits those that are meant, and them alone.", 0, 1)]);

    [Theory]
    [InlineData("[|Ingress(\"10.0.0.0/8\")|]", "Ec2(\"t3.micro\"), Egress(Cidr.Internet)")]
    [InlineData("[|Ingress(Cidr.Internet, 5432)|]", "Fargate(Image = \"i\"), Egress(Cidr.Internet, 5000, 6000)")]
    [InlineData("[|Ingress(\"10.0.1.0/24\", 5432)|]", "Fargate(Image = \"i\"), Egress<Data.Database>(5433), Egress(\"10.0.9.0/24\", 5432)")]
    [InlineData("[|Ingress(\"10.0.1.0/24\", 5432)|]", "Alb, Egress(Cidr.Internet)")] // tier skip
    public Task WhateverOpensThePort_IsReported(string database, string worker) => VerifyAsync(Program(database, worker));

    /// <summary>That the internet gets to the data, too, is a fault of its own.</summary>
    [Fact]
    public Task RangeOfTheInternetInThePublic_IsReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class Worker;
            [Rds({|ARCH1001:Public = true|}), [|Ingress(Cidr.Internet, 5432)|]] public partial class Database;
        }
        """);

    [Fact]
    public Task ManyCallersInOneFinding_AreReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class App
            {
                [Fargate(Image = "i"), Egress(Cidr.Internet), Uses<Data.Cache>] public partial class A;
                [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class B;
                [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class C;
                [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class D;
                [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class E;
                [Fargate(Image = "i"), Egress(Cidr.Internet)] public partial class F;
            }
            [IsolatedSubnet] public partial class Data
            {
                [ElastiCache, {|#0:Ingress("10.0.0.0/8")|}] public partial class Cache;
            }
        }
        """,
        [Finding("Cache is reachable by B, C, D and 2 more, and nothing declares it: B -> Cache:6379, because both sides admit addresses rather than components. Remove [Ingress]: [Uses<Cache>] admits those that are meant, and them alone.").WithLocation(0).WithOptions(ArchDsl.Harness.DiagnosticOptions.IgnoreAdditionalLocations)]);

    [Theory]
    [InlineData("Ingress(\"10.0.0.0/16\", 5432)", "Fargate(Image = \"i\")")] // its egress is for 443 alone
    [InlineData("Ingress(\"10.0.0.0/16\", 5432)", "Fargate(Image = \"i\"), Egress(\"10.0.0.0/16\"), Uses<Data.Database>")] // declared
    [InlineData("Ingress(\"10.0.0.0/16\", 5433)", "Fargate(Image = \"i\"), Egress(\"10.0.0.0/16\")")] // another port
    [InlineData("Ingress(\"10.0.9.0/24\", 5432)", "Fargate(Image = \"i\"), Egress(\"10.0.0.0/16\")")] // other subnets
    [InlineData("Ingress(\"10.0.1.0/28\", 5432)", "Fargate(Image = \"i\"), Egress(\"10.0.0.0/16\")")] // a part of a subnet: not known
    [InlineData("Ingress(\"10.0.0.0/16\", 5432)", "ElastiCache, Egress(Cidr.Internet)")] // a store asks nobody
    public Task DeclaredOrClosed_IsNotReported(string database, string worker) => VerifyAsync(Program(database, worker));

    private static string Program(string database, string worker) => $$"""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24")] public partial class App
            {
                [{{worker}}] public partial class Worker;
            }
            [IsolatedSubnet("10.0.9.0/24", "10.0.10.0/24")] public partial class Data
            {
                [Rds, {{database}}] public partial class Database;
            }
        }
        """;
}
