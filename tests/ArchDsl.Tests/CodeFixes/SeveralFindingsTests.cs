using ArchDsl.CodeFixes;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>A class can have several findings of one rule; each is cured by itself, and the cure of one is none of the others.</summary>
public sealed class SeveralFindingsTests
{
    private const string Endpoints =
        """
        [{0}]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Orders;
            [Topic] public partial class Alerts;
            [PublicSubnet] public partial class Edge;
            [{1}]
            public partial class App
            {
                [Ec2("t3.micro")]
                {2}
                public partial class Worker;
            }
        }
        """;

    [Fact]
    public async Task EachServiceThroughNat_GetsItsEndpoint()
    {
        string source = Program("Vpc", "PrivateSubnet", "[Uses<Images>]\n        [Uses<Orders>]");
        Assert.Equal(
            ["Add [VpcEndpoint(AwsService.S3)]", "Add [VpcEndpoint(AwsService.DynamoDb)]"],
            (await CodeFix<CureCodeFixProvider>.TitlesAsync("// ARCH5001\n" + source)).Where(static title => title.StartsWith("Add [VpcEndpoint", StringComparison.Ordinal)));
        await CodeFix<CureCodeFixProvider>.VerifyAsync(
            "ARCH5001.AddAttribute",
            source.Replace("[Vpc]", "[{|ARCH5001:{|ARCH5001:Vpc|}|}]", StringComparison.Ordinal),
            source.Replace("[Vpc]", "[Vpc]\n[VpcEndpoint(AwsService.S3)]\n[VpcEndpoint(AwsService.DynamoDb)]", StringComparison.Ordinal));
    }

    [Fact]
    public Task EachServiceWithoutWay_GetsItsEndpoint() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH1041.AddAttribute",
        Program("Vpc", "IsolatedSubnet", "[{|ARCH1041:Uses<Alerts>|}]\n        [{|ARCH1041:Uses<Orders>|}]"),
        Program("Vpc", "IsolatedSubnet", "[Uses<Alerts>]\n        [Uses<Orders>]")
            .Replace("[Vpc]", "[Vpc]\n[VpcEndpoint(AwsService.Sns)]\n[VpcEndpoint(AwsService.DynamoDb)]", StringComparison.Ordinal));

    /// <summary>An ingress is meant by itself, and goes by itself; one that a wider one covers comes to light with it, and goes, too.</summary>
    [Theory]
    [InlineData("[Ingress(Cidr.Internet, 22)] [Ingress(Cidr.Internet, 5432)]", "[Ingress(Cidr.Internet, 5432)]")]
    [InlineData("[Ingress(Cidr.Internet, 20, 30)] [Ingress(Cidr.Internet, 22)] [Ingress(Cidr.Internet, 5432)]", "[Ingress(Cidr.Internet, 5432)]")]
    [InlineData("[Ingress(Cidr.Internet, 22)] [Ingress(\"0.0.0.0/1\", 22)] [Ingress(Cidr.Internet, 3389)]", "[Ingress(Cidr.Internet, 3389)]")]
    [InlineData("[Ingress(Cidr.Internet, 22)] [Ingress(Cidr.Internet, 22)] [Ingress(Cidr.Internet, 3389)]", "[Ingress(Cidr.Internet, 3389)]")]
    public async Task Ingress_TakesNoneBesideItAlong(string ingress, string left)
    {
        string[] changed = await CodeFix<CureCodeFixProvider>.ApplyAsync("ARCH1031.RemoveAttribute", Host(ingress));
        Assert.Equal(Host(left), changed[0]);
    }

    [Fact]
    public Task FixAll_TakesAllOfThem() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH1031.RemoveAttribute",
        Host("[{|ARCH1031:Ingress(Cidr.Internet, 22)|}]\n[{|ARCH1031:Ingress(Cidr.Internet, 5432)|}]\n[Ingress(Cidr.Internet, 443)]"),
        Host("[Ingress(Cidr.Internet, 443)]"));

    /// <summary>Somebody keeps one on purpose: Fix All leaves it alone.</summary>
    [Fact]
    public Task SuppressedOne_OutlivesFixAll() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        "ARCH1031.RemoveAttribute",
        Host("[{|ARCH1031:Ingress(Cidr.Internet, 20, 30)|}, Ingress(Cidr.Internet, 22)]\n#pragma warning disable ARCH1031\n[Ingress(Cidr.Internet, 5432)]\n#pragma warning restore ARCH1031"),
        Host("#pragma warning disable ARCH1031\n[Ingress(Cidr.Internet, 5432)]\n#pragma warning restore ARCH1031"));

    private static string Program(string vpc, string subnet, string uses) =>
        Endpoints.ReplaceLineEndings("\n").Replace("{0}", vpc, StringComparison.Ordinal).Replace("{1}", subnet, StringComparison.Ordinal).Replace("{2}", uses, StringComparison.Ordinal);

    private static string Host(string ingress) => $"[Vpc, PublicSubnet]\n[Ec2(\"t3.micro\")]\n{ingress}\npublic partial class Bastion;\n";
}
