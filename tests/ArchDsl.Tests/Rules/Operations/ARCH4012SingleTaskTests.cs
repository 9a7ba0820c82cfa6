namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4012SingleTaskTests : RuleTests
{
    [Theory]
    [InlineData("[|Fargate(Image = \"i\")|]")]
    [InlineData("Fargate(Image = \"i\", [|DesiredCount = 1|])")]
    [InlineData("Fargate(Image = \"i\", [|DesiredCount = 0|])")]
    [InlineData("Fargate(Image = \"i\", DesiredCount = 3), [|AutoScale|]")]
    [InlineData("Fargate(Image = \"i\", DesiredCount = 3), AutoScale([|Min = 1|], Max = 4)")]
    public Task OneTaskOrNone_IsReported(string attributes) => VerifyAsync(Program(attributes));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program("Fargate(Image = \"i\", {|#0:DesiredCount = 0|})"),
        [Finding("Api may run no task: nobody answers. Say DesiredCount = 2.", 0)]);

    [Fact]
    public Task ScalingFromNothing_IsReported() => VerifyAsync(
        Program("Fargate(Image = \"i\", DesiredCount = 2), AutoScale({|#0:Min = 0|})"),
        [Finding("Api may run no task: then there is no utilisation to measure, and scaling never starts one. Say [AutoScale(Min = 2)].", 0)]);

    [Fact]
    public Task ScalingMessage_IsReported() => VerifyAsync(
        Program("Fargate(Image = \"i\", DesiredCount = 2), {|#0:AutoScale(Max = 8)|}"),
        [Finding("Api may run a single task: when it fails, or its zone does, nobody answers until another one has started. Say [AutoScale(Min = 2)].", 0)]);

    [Theory]
    [InlineData("Fargate(Image = \"i\", DesiredCount = 2)")]
    [InlineData("Fargate(Image = \"i\"), AutoScale(Min = 2)")]
    public Task MoreTasks_AreNotReported(string attributes) => VerifyAsync(Program(attributes));

    private static string Program(string attributes) => $"[Vpc, PublicSubnet] public partial class Shop {{ [{attributes}] public partial class Api; }}";
}
