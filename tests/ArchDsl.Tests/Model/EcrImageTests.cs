using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>An image in a registry of ECR: the task's starter may pull from its repository, and from no other.</summary>
public sealed class EcrImageTests
{
    [Theory]
    [InlineData("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1", "arn:aws:ecr:eu-central-1:123456789012:repository/shop")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api@sha256:00", "arn:aws-cn:ecr:cn-north-1:123456789012:repository/shop/api")]
    [InlineData("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/shop", "arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/shop")]
    [InlineData("123456789012.dkr-ecr.us-east-1.on.aws/shop:1", "arn:aws:ecr:us-east-1:123456789012:repository/shop")]
    [InlineData("public.ecr.aws/docker/library/nginx:1.27", null)]
    [InlineData("evil.example.com/123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop", null)]
    [InlineData("", null)]
    public void Repository_IsThatOfTheAddress(string image, string? arn) => Assert.Equal(arn, EcrImage.Arn(image));

    [Fact]
    public void Starter_MayPull()
    {
        ArchitectureTopology topology = TestProgram.Lower("""
            [Vpc, PublicSubnet, Fargate(Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1")]
            public partial class Shop;
            """);

        List<Grant> grants = [.. topology.Grants.Where(static g => g.Actions.All(static a => a.StartsWith("ecr:", StringComparison.Ordinal)))];
        Assert.All(grants, static g => Assert.Equal(Principal.Execution, g.Principal));
        Assert.Equal("arn:aws:ecr:eu-central-1:123456789012:repository/shop", Assert.Single(Assert.Single(grants, static g => g.Actions.Contains("ecr:BatchGetImage")).Resources).Arn);
        Assert.Equal("ecr:GetAuthorizationToken", Assert.Single(Assert.Single(grants, static g => g.Resources.Contains(new GrantResource(null))).Actions));
        Assert.Equal(["ecr", "logs"], topology.PlatformNeeds.Select(static n => n.Service).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ImageOfAnotherRegistry_NeedsNoPermission() =>
        Assert.DoesNotContain(TestProgram.Lower("[Vpc, PublicSubnet, Fargate(Image = \"nginx\")] public partial class Shop;").Grants, static g => g.Actions.Any(static a => a.StartsWith("ecr:", StringComparison.Ordinal)));
}
