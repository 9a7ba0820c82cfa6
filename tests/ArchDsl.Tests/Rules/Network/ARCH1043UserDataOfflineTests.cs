namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1043UserDataOfflineTests : RuleTests
{
    [Theory]
    [InlineData("IsolatedSubnet", "Egress(Cidr.Internet)", "no route leads out of its subnets", "Move Host to a [PrivateSubnet] with a NAT gateway.")]
    [InlineData("IsolatedSubnet", "Tag(\"a\", \"b\")", "its security group lets nothing out", "Add [Egress(Cidr.Internet, 443)], and move Host to a [PrivateSubnet] with a NAT gateway.")]
    public Task InstanceWithoutRoute_IsReported(string subnet, string attributes, string cause, string cure) => VerifyAsync(
        Program(subnet, "{|#0:UserDataFile = \"install.sh\"|}", attributes),
        [Finding($"Host runs a script at its first boot, but {cause}: whatever the script downloads hangs. {cure}", 0)],
        AddScript);

    [Fact]
    public Task InstanceWithoutEgress_IsReported() => VerifyAsync(
        Program("PublicSubnet", "{|#0:UserDataFile = \"install.sh\"|}", "Tag(\"a\", \"b\")").Replace("Ec2(\"t3.micro\", {|#0:UserDataFile = \"install.sh\"|})", "{|#1:Ec2(\"t3.micro\", {|#0:UserDataFile = \"install.sh\"|})|}", StringComparison.Ordinal),
        [Finding("Host runs a script at its first boot, but its security group lets nothing out: whatever the script downloads hangs. Add [Egress(Cidr.Internet, 443)].", 0, 1)],
        AddScript);

    [Theory]
    [InlineData("PublicSubnet", "UserDataFile = \"install.sh\"", "Egress(Cidr.Internet, 443)")]
    [InlineData("IsolatedSubnet", "StorageGiB = 8", "Tag(\"a\", \"b\")")]
    public Task WayOutOrNoScript_IsNotReported(string subnet, string argument, string attributes) => VerifyAsync(Program(subnet, argument, attributes), project: AddScript);

    [Theory]
    [InlineData("PrivateSubnet")] // by an egress-only gateway
    [InlineData("PublicSubnet")]
    public Task WayOutOverIpv6_IsNotReported(string subnet) => VerifyAsync(
        Program(subnet, "UserDataFile = \"install.sh\"", "Egress(Cidr.InternetIpv6, 443)").Replace("[Vpc,", "[Vpc(Ipv6 = true),", StringComparison.Ordinal), project: AddScript);

    private static void AddScript(ArchDsl.Harness.SolutionState state) => state.AdditionalFiles.Add(("install.sh", "#!/bin/sh\n"));

    private static string Program(string subnet, string argument, string attributes) =>
        $"[Vpc, {subnet}, Ec2(\"t3.micro\", {argument}), {attributes}] public partial class Host;";
}
