using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>
/// What the document of EightDigit draws and calls possible, without asking for it: lines 41 to 45 and 76, a private route table without
/// private subnets; lines 82 and 120, tasks that can scale. The sample does without; one attribute for each says it.
/// </summary>
public class EightDigitVariantTests
{
    [Fact]
    public async Task PrivateRouteTables_AreLocalOnly()
    {
        var (template, network) = await Read();
        var routed = template.OfType("AWS::EC2::Route").Select(route => route.Property("RouteTableId")?.LogicalId).ToHashSet();
        var local = template.OfType("AWS::EC2::RouteTable").Where(table => !routed.Contains(table.LogicalId)).Select(table => table.LogicalId).ToList();
        Assert.Equal(2, local.Count);
        Assert.Equal(2, network.Subnets.Count(subnet => local.Contains(subnet.RouteTable!)));
        Assert.Equal(4, network.Subnets.Count);
    }

    [Fact]
    public async Task Service_Scales()
    {
        var (template, _) = await Read();
        var target = template.Single("AWS::ApplicationAutoScaling::ScalableTarget");
        Assert.Equal(("2", "6"), (target.Text("MinCapacity"), target.Text("MaxCapacity")));
        Assert.Equal("ECSServiceAverageCPUUtilization", template.Single("AWS::ApplicationAutoScaling::ScalingPolicy").Text("TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType"));
    }

    private static async Task<(Template Template, Network Network)> Read()
    {
        var synthesized = await Variants.Get("EightDigit");
        return (synthesized.Template, synthesized.Reach.Network);
    }
}
