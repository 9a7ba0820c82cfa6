namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0005CidrOutsideVpcTests : RuleTests
{
    [Theory]
    [InlineData("10.0.0.0/16", "[|\"10.1.0.0/24\"|], \"10.0.2.0/24\"")]
    [InlineData("10.0.0.0/16", "[|\"9.255.255.0/24\"|], [|\"10.1.0.0/24\"|]")]
    [InlineData("10.0.2.0/23", "[|\"10.0.0.0/22\"|], \"10.0.2.0/24\"")] // wider than the VPC
    [InlineData("10.0.0.0/16", "[|\"172.31.0.0/20\"|], [|\"172.31.16.0/20\"|]")]
    public Task SubnetOutside_IsReported(string vpc, string subnets) => VerifyAsync($"[Vpc(\"{vpc}\"), PrivateSubnet({subnets})] public partial class Shop;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc] public partial class Shop { [PrivateSubnet(\"10.0.0.0/24\", {|#0:\"10.1.0.0/24\"|})] public partial class Private; }",
        [Finding("'10.1.0.0/24' on Private lies outside the VPC's range 10.0.0.0/16; write a range inside it, or none to have one allotted", 0)]);

    [Theory]
    [InlineData("10.0.0.0/16", "\"10.0.0.0/24\", \"10.0.255.0/24\"")]
    [InlineData("10.0.0.0/23", "\"10.0.0.0/24\", \"10.0.1.0/24\"")]
    [InlineData("223.255.0.0/16", "\"223.255.0.0/24\", \"223.255.255.240/28\"")]
    public Task SubnetInside_IsNotReported(string vpc, string subnets) => VerifyAsync($"[Vpc(\"{vpc}\"), PrivateSubnet({subnets})] public partial class Shop;");
}
