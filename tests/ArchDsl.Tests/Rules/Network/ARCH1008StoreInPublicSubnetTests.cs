namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1008StoreInPublicSubnetTests : RuleTests
{
    [Fact]
    public Task FlatForm_IsReported() => VerifyAsync(
        "[Vpc, {|#1:PublicSubnet|}, {|#0:Rds|}] public partial class Orders;",
        [Finding("Orders stands in a [PublicSubnet], whose default route leads to the internet: only its security group keeps the internet out. Move it to an [IsolatedSubnet].", 0, 1)]);

    [Fact]
    public Task NestedForm_IsReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [{|#1:PublicSubnet|}] public partial class Edge
            {
                [{|#0:ElastiCache|}] public partial class Cache;
            }
        }
        """,
        [Finding("Cache stands in Edge, whose default route leads to the internet: only its security group keeps the internet out. Move it to an [IsolatedSubnet].", 0, 1)]);

    [Theory]
    [InlineData("PrivateSubnet, Rds")]
    [InlineData("IsolatedSubnet, ElastiCache")]
    [InlineData("PublicSubnet, Rds(Public = true)")] // ARCH1007
    [InlineData("PublicSubnet, Rds(Public = true), Ingress(Cidr.Internet, 5432)")] // ARCH1001
    [InlineData("PublicSubnet, Ec2(\"t3.micro\")")] // no store
    public Task StoreElsewhere_IsNotReported(string attributes) => VerifyAsync($"[Vpc, {attributes}] public partial class Orders;");
}
