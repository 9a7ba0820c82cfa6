using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Scanning;

/// <summary>A finding of cdk-nag that ArchDsl does not share.</summary>
/// <param name="Rule">The id in cdk-nag.</param>
/// <param name="Reason">Why it is none.</param>
/// <param name="Fits">Whether it is this one.</param>
internal sealed record ScanException(string Rule, string Reason, Func<ScanFinding, Template, bool> Fits);

/// <summary>All of them. One that fits no finding of any sample fails the tests.</summary>
internal static class ScanExceptions
{
    public static IReadOnlyList<ScanException> All { get; } =
    [
        new(
            "AwsSolutions-EC23",
            "A load balancer that faces the internet is there to be reached from it, on the ports of its listeners.",
            (finding, template) => template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer")
                .Where(balancer => balancer.Text("Scheme") == "internet-facing")
                .SelectMany(balancer => balancer.List("SecurityGroups"))
                .Any(group => group.LogicalId == finding.Resource)),
        new(
            "AwsSolutions-ECS2",
            "It reports every variable with a plain value. Those of the samples are settings and names of resources; secrets are injected by reference.",
            (finding, template) => template[finding.Resource].Type == "AWS::ECS::TaskDefinition"),
        new(
            "AwsSolutions-IAM5",
            "ecr:GetAuthorizationToken is for no resource, says the Service Authorization Reference.",
            (finding, template) => finding.Detail.Contains("[Resource::*]", StringComparison.Ordinal)
                && Grants(template, finding).Where(grant => grant.IsForEverything).All(grant => grant.Action == "ecr:GetAuthorizationToken")),
        new(
            "AwsSolutions-IAM5",
            "The objects of one bucket, which the edge to it is about, have no narrower name.",
            (finding, template) => template.OfType("AWS::S3::Bucket").Any(bucket => finding.Detail.Contains($"[Resource::<{bucket.LogicalId}.Arn>/*]", StringComparison.Ordinal))),
    ];

    private static IEnumerable<Grant> Grants(Template template, ScanFinding finding) => new Identity(template).Grants(finding.Resource);
}
