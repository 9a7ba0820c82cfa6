using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>Listeners, targets, names and logs of load balancers.</summary>
internal static class LoadBalancerSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestStage stage = facts.Stage;
        markdown.Table(
            ["Load balancer", "Listens on", "Protocol", "Does"],
            stage.Listeners.Select(listener => new[]
            {
                facts.Name(listener.LoadBalancer),
                $"{listener.Port}",
                listener.Certificate is { } certificate ? $"HTTPS, certificate {facts.Name(certificate)}" : "HTTP",
                listener.RedirectToHttps ? "redirects to HTTPS" : string.Join(", ", stage.TargetGroups.Where(group => group.LoadBalancer == listener.LoadBalancer).Select(group => $"passes on to {facts.Name(group.Target)}:{group.Port}")),
            }));
        markdown.Table(
            ["Target group", "Target", "Port", "Health check", "Interval", "Timeout", "Healthy after", "Unhealthy after"],
            stage.TargetGroups.Select(group => new[]
            {
                group.Name is null ? $"of {facts.Name(group.LoadBalancer)}" : MarkdownText.Code(group.Name),
                facts.Name(group.Target),
                $"HTTP {group.Port}",
                MarkdownText.Code(group.HealthCheck.Path),
                $"{group.HealthCheck.IntervalSeconds} s",
                $"{group.HealthCheck.TimeoutSeconds} s",
                $"{group.HealthCheck.HealthyThreshold}",
                $"{group.HealthCheck.UnhealthyThreshold}",
            }));
        markdown.List(
        [
            .. stage.DnsRecords.Select(record => $"{MarkdownText.Code(record.Name)} in {facts.Name(record.HostedZone)} leads to {facts.Name(record.LoadBalancer)}"),
            .. stage.AccessLogs.Select(logs => $"Requests to {facts.Name(logs.Source)} are logged in {facts.Name(logs.Bucket)}{(logs.Prefix.Length == 0 ? "" : $" below {MarkdownText.Code(logs.Prefix)}")}"),
        ]);
    }
}
