namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1009StoreBehindOpenHostTests : RuleTests
{
    private const string Cure = "Remove the ingress on port 22 and use Session Manager, which needs no open port.";

    [Fact]
    public Task TwoHops_AreReported() => VerifyAsync(
        Program("{|#0:Ingress(Cidr.Internet, 22)|}, {|#1:Uses<Data.Database>|}", "Logs"),
        [Finding($"Database is 2 hops from the internet: Internet -> Bastion:22 -> Database:5432. Whoever gets a login on Bastion is there. {Cure}", 0, 1)]);

    [Fact]
    public Task ThreeHops_AreReported() => VerifyAsync(
        Program("{|#0:Ingress(Cidr.Internet)|}, {|#1:Uses<Api>|}", "{|#2:Uses<Data.Database>|}"),
        [Finding($"Database is 3 hops from the internet: Internet -> Bastion:22 -> Api:8000 -> Database:5432. Whoever gets a login on Bastion is there. Remove the ingress (all traffic, 22 among it) and use Session Manager, which needs no open port.", 0, 1, 2)]);

    [Fact]
    public Task EveryIngress_IsReported() => VerifyAsync(Program("[|Ingress(Cidr.Internet, 22)|], [|Ingress(Cidr.Internet, 3389)|], Uses<Data.Database>", "Logs"));

    /// <summary>The second host gets no further than the first, which gets to nothing.</summary>
    [Fact]
    public Task HostsThatLeadNowhere_AreNotReported() => VerifyAsync(Program("Ingress(Cidr.Internet, 22), Uses<Api>", "Ingress(Cidr.Internet, 22)"));

    /// <summary>Nothing declares the second hop, but both sides let it through.</summary>
    [Fact]
    public Task UndeclaredHop_IsReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge
            {
                [Ec2("t3.micro"), [|Ingress("0.0.0.0/0", 3000, 4000)|], Egress("10.0.0.0/16")] public partial class Bastion;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds, Ingress("10.0.0.0/8", 5432)] public partial class Database;
            }
        }
        """);

    [Theory]
    [InlineData("Ingress(\"203.0.113.0/24\", 22), Uses<Data.Database>")] // an office
    [InlineData("Ingress(Cidr.Internet, 80), Uses<Data.Database>")] // no administration port
    [InlineData("Ingress(Cidr.Internet, 22)")] // leads nowhere
    [InlineData("Uses<Data.Database>")]
    public Task ClosedOrHarmlessHost_IsNotReported(string bastion) => VerifyAsync(Program(bastion, "Logs"));

    [Fact]
    public Task PrivateHost_IsNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, Ec2("t3.micro"), Ingress(Cidr.Internet, 22), Uses<Database>] public partial class Bastion;
            [IsolatedSubnet, Rds] public partial class Database;
        }
        """);

    private static string Program(string bastion, string api) => $$"""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge
            {
                [Ec2("t3.micro"), {{bastion}}] public partial class Bastion;
                [Fargate(Image = "i", Port = 8000), {{api}}] public partial class Api;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds] public partial class Database;
            }
        }
        """;
}
