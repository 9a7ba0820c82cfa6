namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1007NearlyReachableTests : RuleTests
{
    private const string Cure = "Move it to an [IsolatedSubnet], or remove what is not needed.";

    [Fact]
    public Task AddressAndRoute_AreReported() => VerifyAsync(
        "[Vpc, {|#1:PublicSubnet|}, Rds({|#0:Public = true|})] public partial class Orders;",
        [Finding($"Orders is one step from the internet: Public = true and a public subnet hold already, and an open ingress would let everybody in. {Cure}", 0, 1)]);

    [Fact]
    public Task RuleAndRoute_AreReported() => VerifyAsync(
        "[Vpc, {|#1:PublicSubnet|}, Rds, {|#0:Ingress(Cidr.Internet, 5432)|}] public partial class Orders;",
        [Finding($"Orders is one step from the internet: ingress 0.0.0.0/0 and a public subnet hold already, and a public address would let everybody in. {Cure}", 0, 1)]);

    [Fact]
    public Task AddressAndRule_AreReported() => VerifyAsync(
        "[Vpc, PrivateSubnet, Rds({|#0:Public = true|}), {|#1:Ingress(Cidr.Internet)|}] public partial class Orders;",
        [Finding($"Orders is one step from the internet: Public = true and ingress 0.0.0.0/0 hold already, and a public subnet would let everybody in. {Cure}", 0, 1)]);

    [Theory]
    [InlineData("PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)")] // all three: ARCH1001
    [InlineData("PublicSubnet, Rds")]
    [InlineData("IsolatedSubnet, Rds(Public = true)")]
    [InlineData("IsolatedSubnet, Rds, Ingress(Cidr.Internet, 5432)")]
    [InlineData("PublicSubnet, Rds, Ingress(Cidr.Internet, 22)")] // another port
    [InlineData("PublicSubnet, Rds, Ingress(\"203.0.113.0/24\", 5432)")] // an office
    [InlineData("IsolatedSubnet, Rds")]
    public Task AnyOtherNumberOfCauses_IsNotReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Orders;");
}
