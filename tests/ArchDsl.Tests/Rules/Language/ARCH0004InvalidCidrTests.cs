namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0004InvalidCidrTests : RuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/16/16")]
    [InlineData("10.0.0/16")]
    [InlineData("10.0.0.0.0/16")]
    [InlineData("10.0.0.256/16")]
    [InlineData("010.0.0.0/16")]
    [InlineData("0x0a.0.0.0/16")]
    [InlineData("10.0.0.0/+16")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/33")]
    [InlineData(" 10.0.0.0/16")]
    [InlineData("10.0.0.0/16 ")]
    [InlineData("10.0.1.0/16")] // bits beyond the prefix
    [InlineData("10.0.0.0/१६")]
    [InlineData("2001:db8::1/32")] // bits beyond the prefix
    [InlineData("2001:db8::/129")]
    [InlineData("2001:db8::/032")]
    [InlineData("2001:db8::1::/48")]
    [InlineData("2001:db8::")]
    [InlineData("[2001:db8::]/32")]
    [InlineData("fe80::%1/10")]
    public async Task Nonsense_IsReported(string cidr)
    {
        await VerifyAsync($"[Vpc([|\"{cidr}\"|])] public partial class Shop;");
        await VerifyAsync($"[Vpc, PublicSubnet([|\"{cidr}\"|], \"10.0.9.0/24\")] public partial class Shop;");
        await VerifyAsync($"[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress([|\"{cidr}\"|])] public partial class Shop;");
    }

    [Theory]
    [InlineData("10.0.0.0/15")]
    [InlineData("10.0.0.0/29")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("2001:db8::/24")]
    public async Task SizeThatAwsRefuses_IsReported(string cidr)
    {
        await VerifyAsync($"[Vpc([|\"{cidr}\"|])] public partial class Shop;");
        await VerifyAsync($"[Vpc, PublicSubnet(\"10.0.9.0/24\", [|\"{cidr}\"|])] public partial class Shop;");
    }

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[Vpc({|#0:\"10.0.0.0/8\"|})] public partial class Shop;",
        [Finding("'10.0.0.0/8' cannot be a VPC's address range: write an IPv4 range such as 10.0.0.0/16, with no bits set beyond the prefix, and /16 to /28 for a VPC or subnet", 0)]);

    [Fact]
    public Task MessageOfARule_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Ingress({|#0:\"2001:db8::1/32\"|}, 443)] public partial class Shop;",
        [Finding("'2001:db8::1/32' cannot be a rule's address range: write a range such as 10.0.0.0/16 or, for IPv6, 2001:db8::/32, with no bits set beyond the prefix", 0)]);

    [Theory]
    [InlineData("[Vpc([|cidr: \"x\"|])] public partial class Shop;")]
    [InlineData("[Vpc, PublicSubnet(new[] { \"10.0.1.0/24\", [|\"x\"|] })] public partial class Shop;")]
    [InlineData("[Vpc, PublicSubnet(new string[] { [|\"x\"|], \"10.0.1.0/24\" })] public partial class Shop;")]
    [InlineData("[Vpc, PublicSubnet([\"10.0.1.0/24\", [|\"x\"|]])] public partial class Shop;")]
    [InlineData("[Vpc, PublicSubnet(cidrs: [\"10.0.1.0/24\", [|\"x\"|]])] public partial class Shop;")]
    public Task ArgumentHoweverWritten_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc(\"10.0.0.0/16\")] public partial class Shop;")]
    [InlineData("[Vpc(\"192.168.1.0/28\")] public partial class Shop;")]
    [InlineData("[Vpc(\"10.0.0.0/24\"), PublicSubnet(\"10.0.0.0/28\", \"10.0.0.16/28\")] public partial class Shop;")]
    [InlineData("[Vpc(\"10.0.0.0/27\")] public partial class Shop { [PublicSubnet] public partial class Public; }")]
    [InlineData("[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(\"203.0.113.7/32\"), Egress(\"0.0.0.0/0\", 443), Egress(\"0.0.0.0/1\", 80)] public partial class Shop;")]
    [InlineData("[Vpc(Ipv6 = true), PublicSubnet, Ec2(\"t3.micro\"), Egress(\"2001:DB8:0::/48\"), Egress(Cidr.InternetIpv6, 443)] public partial class Shop;")]
    public Task UsableRange_IsNotReported(string source) => VerifyAsync(source);
}
