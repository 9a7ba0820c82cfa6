using System.Net.Sockets;
using ArchDsl.CloudFormation;
using ReadCidr = ArchDsl.CloudFormation.Cidr;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary>
/// The template refuses nothing that the source declares: connections, routes of load balancers, permissions, variables. A connection
/// that cannot work as it is declared, to the public addresses of a load balancer that is out of reach, is reported.
/// </summary>
internal sealed class Complete : Law
{
    public override IEnumerable<string> Check(Synthesized one) =>
        Connections(one).Concat(Ranges(one)).Concat(LoadBalancers(one)).Concat(Permissions(one)).Concat(Variables(one)).Concat(Endpoints(one));

    private static IEnumerable<string> Connections(Synthesized one) =>
        from connection in one.Intent.Connections
        from port in connection.Ports.Samples
        let ends = (From: Id(one, connection.From), To: Id(one, connection.To))
        from family in connection.OverInternet ? [AddressFamily.InterNetwork] : one.Reach.Families(ends.From, ends.To)
        where connection.OverInternet
            ? !one.Reported(connection.From).Contains("ARCH1044") && !IsAsked(one, ends.From, connection.To)
            : one.Reach.CanConnect(ends.From, ends.To, port.Port, port.Protocol, family) != Answer.Yes
        select $"{connection.By} lets {connection.From} connect to {connection.To}:{port.Port} ({port.Protocol}); the template does not ({family})";

    // Its address names one of its listeners.
    private static bool IsAsked(Synthesized one, string from, string balancer) => one.Intent[balancer].Listeners.Any(listener =>
        one.Reach.PathToInternet(from, listener.Port) is not null && AdmitsFromOutside(one, Id(one, balancer), listener.Port));

    // From which address of the internet requests come back in is known after the deployment.
    private static bool AdmitsFromOutside(Synthesized one, string host, int port) =>
        one.Reach[host].Groups.SelectMany(one.Reach.Groups.Ingress).Any(rule => rule.Covers(port) && rule.Peer is Peer.Range range && !Private.Any(inside => inside.Contains(range.Cidr)));

    private static readonly List<ReadCidr> Private = [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7" }.Select(range => ReadCidr.TryParse(range)!.Value)];

    private static IEnumerable<string> Ranges(Synthesized one) =>
        from range in one.Intent.Ranges
        from port in range.Ports.Samples
        let groups = one.Reach[Id(one, range.Path)].Groups
        let rules = groups.SelectMany(name => range.Ingress ? one.Reach.Groups.Ingress(name) : one.Reach.Groups.Egress(name))
        where !rules.Any(rule => rule.Covers(port.Port, port.Protocol) && rule.Peer is Peer.Range peer && peer.Cidr.Contains(range.Range))
        select $"{range.By} names {range.Range} port {port.Port} ({port.Protocol}) for {range.Path}; the template does not";

    private static IEnumerable<string> LoadBalancers(Synthesized one)
    {
        foreach (var balancer in one.Intent.Things.Where(thing => thing.Resource is AlbAttribute))
        {
            var host = Id(one, balancer.Path);
            var target = balancer.Attributes.FirstOrDefault(a => a.Attribute is RoutesToAttribute).Target;
            foreach (var (port, redirects) in balancer.Listeners)
            {
                if (!one.Template.OfType("AWS::ElasticLoadBalancingV2::Listener").Any(listener => listener.Property("LoadBalancerArn")?.LogicalId == host && listener.Property("Port")?.Number == port))
                {
                    yield return $"{balancer.Path} has no listener on {port}";
                }

                if (target is not null && !redirects && !one.Reach.Forwards.Any(forward => forward.LoadBalancer == host && forward.ListenerPort == port && forward.Target == Id(one, target)))
                {
                    yield return $"{balancer.Path}:{port} does not pass its requests on to {target}";
                }

                if (target is null && one.Reach.Forwards.Any(forward => forward.LoadBalancer == host))
                {
                    yield return $"{balancer.Path} passes requests on, and nothing declares it";
                }

                // An ingress on it takes the world's place.
                var isOpen = balancer.IsPublic && !balancer.All<TrafficAttribute>().Any(traffic => traffic is IngressAttribute || traffic.GetType().Name.StartsWith("Ingress", StringComparison.Ordinal));
                if (isOpen && one.Reach.InternetPathTo(host, port) is null)
                {
                    yield return $"{balancer.Path} faces the internet, which has no way to its port {port}";
                }

                if (isOpen && balancer.HasIpv6 && !one.Reach.Strangers.Any(address => address.AddressFamily == AddressFamily.InterNetworkV6 && one.Reach.Admits(host, address, port)))
                {
                    yield return $"{balancer.Path} faces the internet, which has no way to its port {port} over IPv6";
                }
            }
        }
    }

    private static IEnumerable<string> Permissions(Synthesized one)
    {
        foreach (var (user, action, on) in one.Intent.Runtime)
        {
            if (Role(one, user, execution: false) is not { } role || !one.Identity.Can(role, action, On(one, on)))
            {
                yield return $"The code of {user.Path} may not {action} on {on.Path}";
            }
        }

        foreach (var (task, secret) in one.Intent.Injected)
        {
            if (Role(one, task, execution: true) is not { } role || !one.Identity.Can(role, "secretsmanager:GetSecretValue", On(one, secret)))
            {
                yield return $"The role that starts {task.Path} may not read the secret of {secret.Path}";
            }
        }

        foreach (var task in one.Intent.Things.Where(thing => thing.Resource is FargateAttribute))
        {
            var role = Role(one, task, execution: true)!;
            string[] actions =
            [
                "logs:CreateLogStream", "logs:PutLogEvents",
                .. task.Attributes.Any(a => a.Declaration.Name == "ImageFrom`1") ? ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetAuthorizationToken"] : Array.Empty<string>(),
            ];
            foreach (var action in actions.Where(action => !one.Identity.Grants(role).Any(grant => grant.Allowed && grant.Covers(action))))
            {
                yield return $"The role that starts {task.Path} may not {action}";
            }
        }
    }

    private static IEnumerable<string> Variables(Synthesized one)
    {
        foreach (var task in one.Intent.Things.Where(thing => thing.Resource is FargateAttribute))
        {
            var container = one.Find(task.Path, "AWS::ECS::TaskDefinition")!.List("ContainerDefinitions").Single();
            var set = (container["Environment"]?.Items ?? []).Concat(container["Secrets"]?.Items ?? []).Select(variable => variable["Name"]!.Text!).Order(StringComparer.Ordinal).ToList();
            var declared = one.Intent.Variables.Where(variable => variable.Task == task).Select(variable => variable.Variable).Order(StringComparer.Ordinal).ToList();
            if (!set.SequenceEqual(declared))
            {
                yield return $"{task.Path} declares the variables {string.Join(", ", declared)}; the template sets {string.Join(", ", set)}";
            }

            foreach (var secret in (container["Secrets"]?.Items ?? []).Where(secret => one.Template.Find(secret["ValueFrom"]!.References().FirstOrDefault())?.Type is not ("AWS::SecretsManager::Secret" or "AWS::SecretsManager::SecretTargetAttachment")))
            {
                yield return $"{task.Path}: the secret {secret} is none of the template's";
            }
        }
    }

    /// <summary>What runs code does not run before the endpoints of its VPC are there.</summary>
    private static IEnumerable<string> Endpoints(Synthesized one) =>
        from thing in one.Intent.Things
        where thing.IsCompute && thing.Network is not null
        let before = one.Template.MadeBefore(one.Main(thing).LogicalId)
        from endpoint in one.Template.OfType("AWS::EC2::VPCEndpoint")
        where one.ClassOf(endpoint.LogicalId) == thing.Network && !before.Contains(endpoint.LogicalId)
        select $"{thing.Path} does not wait for {endpoint.LogicalId}";

    private static string Id(Synthesized one, string path) => one.Main(one.Intent[path]).LogicalId;

    /// <summary>The resource that a permission is for: of a database the secret, as the template hands it out.</summary>
    private static string On(Synthesized one, Thing thing) => thing.Resource is RdsAttribute
        ? (one.Find(thing.Path, "AWS::SecretsManager::SecretTargetAttachment") ?? one.Find(thing.Path, "AWS::SecretsManager::Secret"))!.LogicalId
        : one.Main(thing).LogicalId;

    internal static string? Role(Synthesized one, Thing user, bool execution)
    {
        if (user.Resource is FargateAttribute)
        {
            return one.Find(user.Path, "AWS::ECS::TaskDefinition")!.Property(execution ? "ExecutionRoleArn" : "TaskRoleArn")?.LogicalId;
        }

        var profile = one.Template.Target(one.Main(user).Property("IamInstanceProfile"));
        return profile?.List("Roles").Single().LogicalId;
    }
}
