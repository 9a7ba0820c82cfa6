using ArchDsl.CodeFixes;
using ArchDsl.Model;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>Several findings of one rule on one class: each has a fix of its own, which leaves the others alone.</summary>
public sealed class SeveralFindingsTests
{
    private const string Endpoints = """
        [Vpc]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb("id")] public partial class Rows;
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, Fargate(Image = "i"), Uses<Images>, Uses<Rows>] public partial class Api;
        }

        // ARCH5001
        """;

    [Fact]
    public async Task OneEndpointOfTwo_IsAdded()
    {
        string[] offered = await CodeFix<CureCodeFixProvider>.TitlesAsync(Endpoints);
        Assert.Equal(["Add [VpcEndpoint(AwsService.DynamoDb)]", "Add [VpcEndpoint(AwsService.S3)]"], offered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OneIngressOfTwo_IsRemoved()
    {
        const string Source = "[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 22), Ingress(Cidr.Internet, 5432)]\npublic partial class Host;\n";

        string[] changed = await CodeFix<CureCodeFixProvider>.ApplyAsync(CureCodeFixProvider.EquivalenceKey("ARCH1031", Cure.RemoveAttribute), Source);

        Assert.Equal(Source.Replace("Ingress(Cidr.Internet, 22), ", "", StringComparison.Ordinal), Assert.Single(changed));
    }

    [Fact]
    public Task FixAll_RemovesBoth() => CodeFix<CureCodeFixProvider>.VerifyAsync(
        CureCodeFixProvider.EquivalenceKey("ARCH1031", Cure.RemoveAttribute),
        "[Vpc, PublicSubnet, Ec2(\"t3.micro\"), {|ARCH1031:Ingress(Cidr.Internet, 22)|}, {|ARCH1031:Ingress(Cidr.Internet, 5432)|}]\npublic partial class Host;\n",
        "[Vpc, PublicSubnet, Ec2(\"t3.micro\")]\npublic partial class Host;\n");

    [Fact]
    public async Task WiderRule_GoesWithTheOnesThatItCovers()
    {
        const string Source = "[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress(Cidr.Internet, 0, 1000), Ingress(Cidr.Internet, 22), Ingress(Cidr.Internet, 5432)]\npublic partial class Host;\n";

        string[] changed = await CodeFix<CureCodeFixProvider>.ApplyAsync(CureCodeFixProvider.EquivalenceKey("ARCH1031", Cure.RemoveAttribute), Source);

        Assert.Equal(Source.Replace("Ingress(Cidr.Internet, 0, 1000), Ingress(Cidr.Internet, 22), ", "", StringComparison.Ordinal), Assert.Single(changed));
    }
}
