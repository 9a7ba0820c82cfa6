namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4062ManySecurityGroupRulesTests : RuleTests
{
    private const string Cure = "AWS allows 60 unless asked: the deployment fails. Ask for a higher quota (Service Quotas, \"Inbound or outbound rules per security group\"), or let fewer components in by one that stands before";

    [Fact]
    public Task ManyUsers_AreReported() => VerifyAsync(
        Program("{|#0:Rds|}", 61),
        [Finding($"The security group of Store has 61 rules for what it lets in, and {Cure} Store.", 0)]);

    [Fact]
    public Task ManyRanges_AreReported() => VerifyAsync(
        $"[Vpc(Ipv6 = true), PublicSubnet, {{|#0:Ec2(\"t3.micro\")|}}, {Rules("Egress(\"2001:db8::/32\"", 40)}, {Rules("Egress(\"203.0.113.0/24\"", 61)}] public partial class Host;",
        [Finding($"The security group of Host has 61 rules for what it lets out, and {Cure} Host.", 0)]);

    [Fact]
    public Task ManyUsersOfAnEndpoint_AreReported() => VerifyAsync(
        Program("Rds", 61).Replace("[Vpc, PublicSubnet]", "[Vpc(NatGateways = 0), PrivateSubnet, [|VpcEndpoint(AwsService.Logs)|]]", StringComparison.Ordinal).Replace("Rds]", "Rds, AcceptRisk(\"ARCH4062\", Reason = \"r\")]", StringComparison.Ordinal));

    [Theory]
    [InlineData(60)]
    [InlineData(1)]
    public Task FewUsers_AreNotReported(int count) => VerifyAsync(Program("Rds", count));

    /// <summary>Each family has a quota of its own.</summary>
    [Fact]
    public Task TwoFamilies_AreNotReported() => VerifyAsync(
        $"[Vpc(Ipv6 = true), PublicSubnet, Ec2(\"t3.micro\"), {Rules("Egress(\"2001:db8::/32\"", 40)}, {Rules("Egress(\"203.0.113.0/24\"", 40)}, {Rules("Ingress(\"10.0.0.0/16\"", 40)}] public partial class Host;");

    [Fact]
    public Task RulesThatAWiderOneCovers_AreNotReported() =>
        VerifyAsync($"[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet), {Rules("Egress(\"203.0.113.0/24\"", 61)}] public partial class Host;");

    private static string Rules(string rule, int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"{rule}, {i * 2})"));

    private static string Program(string store, int count) =>
        $"[Vpc, PublicSubnet] public partial class Shop {{ [{store}] public partial class Store; {string.Concat(Enumerable.Range(1, count).Select(static i => $"[Fargate(Image = \"i\"), Uses<Store>] public partial class Api{i};"))} }}";
}
