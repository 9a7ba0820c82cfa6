namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0012NoPublicSubnetTests : RuleTests
{
    [Theory]
    [InlineData("[[|Vpc|], PrivateSubnet, Fargate(Image = \"i\")] public partial class Shop;")]
    [InlineData("[[|Vpc(\"10.0.0.0/16\")|], PrivateSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443)] public partial class Shop;")]
    [InlineData("[Vpc([|NatGateways = 1|]), PrivateSubnet] public partial class Shop;")]
    public Task NatGatewayWithoutAHome_IsReported(string source) => VerifyAsync(source);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[{|#0:Vpc|}] public partial class Shop { [PrivateSubnet] public partial class Private { [Fargate(Image = \"i\")] public partial class Api; } }",
        [Finding("Private.Api needs a NAT gateway, and a NAT gateway stands in a public subnet: add a class with [PublicSubnet] to the VPC", 0)]);

    [Fact]
    public Task MessageOfTheFlatForm_IsReported() => VerifyAsync(
        "[{|#0:Vpc|}, PrivateSubnet, Fargate(Image = \"i\")] public partial class Shop;",
        [Finding("Shop needs a NAT gateway, and a NAT gateway stands in a public subnet: add a class with [PublicSubnet] to the VPC", 0)]);

    [Theory]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet] public partial class Public; [PrivateSubnet, Fargate(Image = \"i\")] public partial class Api; }")]
    [InlineData("[Vpc, PrivateSubnet, Rds] public partial class Shop;")]
    [InlineData("[Vpc, PrivateSubnet, Ec2(\"t3.micro\")] public partial class Shop;")]
    [InlineData("[Vpc(NatGateways = 0), PrivateSubnet] public partial class Shop;")]
    public Task HomeOrNoNeed_IsNotReported(string source) => VerifyAsync(source);
}
