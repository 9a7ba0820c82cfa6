namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4051ClusterWithoutTasksTests : RuleTests
{
    [Fact]
    public Task IdleCluster_IsReported() => VerifyAsync(
        "[Vpc, PublicSubnet, {|#0:EcsCluster|}, Ec2(\"t3.micro\")] public partial class Shop;",
        [Finding("[EcsCluster] on Shop runs nothing, and is left out: no [Fargate] in Shop belongs to it. Remove it, or move it to a class around the services that are meant.", 0)]);

    [Fact]
    public Task ClusterBehindANearerOne_IsReported() => VerifyAsync("""
        [Vpc, [|EcsCluster("outer")|]]
        public partial class Shop
        {
            [PublicSubnet, EcsCluster("inner")] public partial class App
            {
                [Fargate(Image = "i")] public partial class Api;
            }
        }
        """);

    [Fact]
    public Task ClusterWithTasks_IsNotReported() => VerifyAsync("[Vpc, PublicSubnet, EcsCluster, Fargate(Image = \"i\")] public partial class Shop;");
}
