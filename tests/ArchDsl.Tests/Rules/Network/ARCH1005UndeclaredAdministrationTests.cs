namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1005UndeclaredAdministrationTests : RuleTests
{
    [Fact]
    public Task OpenSsh_IsReported() => VerifyAsync(
        Program("{|#0:Ingress(\"10.0.0.0/16\", 22)|}", "{|#1:Egress(\"10.0.0.0/16\", 22)|}"),
        [Finding("Host can be administered on port 22 by Worker, and nothing declares it: Worker -> Host:22, because both sides admit addresses rather than components. Remove [Ingress] and use Session Manager, or write [Ingress<T>(22)] for the one that is meant.", 0, 1)]);

    [Theory]
    [InlineData("[|Ingress(\"10.0.0.0/16\")|]", "Egress(\"10.0.0.0/16\")")]
    [InlineData("[|Ingress(\"10.0.0.0/16\", 3389)|]", "Egress(\"10.0.0.0/16\")")]
    [InlineData("[|Ingress(\"10.0.0.0/16\", 5900, 6000)|]", "Egress(\"10.0.0.0/16\", 5985)")]
    [InlineData("[|Ingress(\"10.0.0.0/16\")|]", "Egress(\"10.0.0.0/16\", 2375)")]
    [InlineData("[|Ingress(\"10.0.0.0/16\", 10250)|]", "Egress(\"10.0.0.0/16\")")]
    public Task WhateverOpensThePort_IsReported(string host, string worker) => VerifyAsync(Program(host, worker));

    /// <summary>Two rules that add up to the subnet of the caller are one finding, at the first of them.</summary>
    [Fact]
    public Task RangesThatAddUp_AreReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress("10.0.0.0/16", 22)] public partial class Worker;
            [PublicSubnet, Ec2("t3.micro"), [|Ingress("10.0.1.0/25", 22)|], Ingress("10.0.1.128/25", 22, 23)] public partial class Host;
        }
        """);

    /// <summary>An instance stands in the first of its subnets.</summary>
    [Fact]
    public Task SubnetWithoutTheInstance_IsNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet("10.0.1.0/24", "10.0.2.0/24"), Ec2("t3.micro"), Egress("10.0.0.0/16", 22)] public partial class Worker;
            [PublicSubnet, Ec2("t3.micro"), Ingress("10.0.2.0/24", 22)] public partial class Host;
        }
        """);

    [Theory]
    [InlineData("Ingress<Worker>(22)", "Egress(\"10.0.0.0/16\")")]
    [InlineData("Ingress(\"10.0.0.0/16\", 22)", "Egress(\"10.0.0.0/16\", 443)")]
    [InlineData("Ingress(\"10.0.0.0/16\", 80)", "Egress(\"10.0.0.0/16\")")]
    public Task DeclaredOrClosed_IsNotReported(string host, string worker) => VerifyAsync(Program(host, worker));

    /// <summary>Whoever admits a port means something to listen there, in a task, too.</summary>
    [Fact]
    public Task Task_IsReported() => VerifyAsync("""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Fargate(Image = "i"), [|Ingress("10.0.0.0/16", 22)|]] public partial class Api;
            [Ec2("t3.micro"), Egress("10.0.0.0/16")] public partial class Worker;
        }
        """);

    private static string Program(string host, string worker) => $$"""
        [Vpc, PublicSubnet]
        public partial class Shop
        {
            [Ec2("t3.micro"), {{host}}] public partial class Host;
            [Ec2("t3.micro"), {{worker}}] public partial class Worker;
        }
        """;
}
