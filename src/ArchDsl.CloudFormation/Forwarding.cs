namespace ArchDsl.CloudFormation;

/// <summary>A load balancer's listener port, and a target's port behind it.</summary>
public sealed record Forward(string LoadBalancer, int ListenerPort, string Target, int TargetPort);

/// <summary>Which load balancers forward to whom. Redirects and fixed responses forward to nobody.</summary>
internal static class Forwarding
{
    public static IEnumerable<Forward> Read(Template template) =>
        from listener in template.OfType("AWS::ElasticLoadBalancingV2::Listener")
        let balancer = listener.Property("LoadBalancerArn")?.LogicalId
        let port = listener.Property("Port")?.Number
        where balancer is not null && port is not null
        from targetGroup in TargetGroups(template, listener).Distinct()
        from target in Targets(template, targetGroup)
        select new Forward(balancer, port.Value, target.LogicalId, target.Port);

    private static IEnumerable<string> TargetGroups(Template template, Resource listener)
    {
        var rules = template.OfType("AWS::ElasticLoadBalancingV2::ListenerRule").Where(rule => rule.Property("ListenerArn")?.LogicalId == listener.LogicalId);
        var actions = listener.List("DefaultActions").Concat(rules.SelectMany(rule => rule.List("Actions")));
        return actions
            .Where(action => action["Type"]?.Text == "forward")
            .SelectMany(action => (action["ForwardConfig"]?["TargetGroups"]?.Items ?? []).Select(group => group["TargetGroupArn"]).Append(action["TargetGroupArn"]))
            .Select(arn => arn?.LogicalId)
            .OfType<string>();
    }

    private static IEnumerable<(string LogicalId, int Port)> Targets(Template template, string targetGroup)
    {
        foreach (var service in template.OfType("AWS::ECS::Service"))
        {
            foreach (var registration in service.List("LoadBalancers").Where(entry => entry["TargetGroupArn"]?.LogicalId == targetGroup))
            {
                if (registration["ContainerPort"]?.Number is { } port)
                {
                    yield return (service.LogicalId, port);
                }
            }
        }

        var group = template.Find(targetGroup);
        foreach (var target in group?.List("Targets") ?? [])
        {
            if (target["Id"]?.LogicalId is { } registered && (target["Port"] ?? group!.Property("Port"))?.Number is { } port)
            {
                yield return (registered, port);
            }
        }
    }
}
