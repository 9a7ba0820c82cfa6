namespace ArchDsl.Model;

/// <summary>What is paid for besides the components: networks, zones, clusters, alarms.</summary>
internal static class SharedUsage
{
    public static IEnumerable<Usage> Of(Network network, ArchitectureTopology topology)
    {
        if (network.NatGateways.Count > 0)
        {
            yield return Usage.Hourly("AmazonEC2", "NAT gateway", network.NatGateways.Count);
            yield return Usage.PublicAddresses(network.NatGateways.Count);
            yield return Usage.OnDemand("AmazonEC2", "NAT gateway data", "GB");
        }

        // An interface endpoint is paid for in each zone, a gateway endpoint in none.
        int endpoints = topology.EndpointsOf(network.Path)
            .Where(static endpoint => !endpoint.IsGateway)
            .Sum(endpoint => network.SubnetGroups.FirstOrDefault(group => group.Path == endpoint.SubnetGroup)?.Subnets.Count ?? 0);
        if (endpoints > 0)
        {
            yield return Usage.Hourly("AmazonVPC", "interface endpoint", endpoints);
            yield return Usage.OnDemand("AmazonVPC", "interface endpoint data", "GB");
        }

        if (network.FlowLogs != FlowLogs.None)
        {
            foreach (Usage usage in Usage.Logs)
            {
                yield return usage;
            }
        }
    }

    // A zone that exists already is paid for where it was made.
    public static IEnumerable<Usage> Of(HostedZone zone) => zone.Id is not null ? [] :
    [
        Usage.Monthly("AmazonRoute53", "hosted zone", 1),
        Usage.OnDemand("AmazonRoute53", "queries", "1000000 queries"),
    ];

    public static IEnumerable<Usage> Of(EcsCluster cluster) => cluster.ContainerInsights ? [Usage.OnDemand("AmazonCloudWatch", "container insights", "metric-month")] : [];

    // Alarms are paid for by the metrics that they watch; failures are the difference of two.
    public static Usage Of(Alarm alarm) => Usage.Monthly("AmazonCloudWatch", "alarm", alarm.Metric == Metric.TaskFailures ? 2 : 1, "metric-month");
}
