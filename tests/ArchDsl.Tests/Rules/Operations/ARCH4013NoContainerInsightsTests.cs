namespace ArchDsl.Tests.Rules.Operations;

public sealed class ARCH4013NoContainerInsightsTests : RuleTests
{
    [Fact]
    public Task NoMeasurement_IsReported() => VerifyAsync(
        Program("EcsCluster({|#0:ContainerInsights = false|})"),
        [Finding("The tasks of Shop are not measured: nobody sees which of them fail or run out of memory. Remove ContainerInsights = false.", 0)]);

    [Theory]
    [InlineData("EcsCluster")]
    [InlineData("EcsCluster(\"shop\", ContainerInsights = true)")]
    [InlineData("Tag(\"a\", \"b\")")]
    public Task Measurement_IsNotReported(string attribute) => VerifyAsync(Program(attribute));

    private static string Program(string attribute) => $"[Vpc, PublicSubnet, {attribute}] public partial class Shop {{ [Fargate(Image = \"i\")] public partial class Api; }}";
}
