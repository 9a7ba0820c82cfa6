using ArchDsl.Model;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary>An error of the network is about something that the template shows: a safe architecture that starts has none.</summary>
internal sealed class Precise : Law
{
    public override IEnumerable<string> Check(Synthesized one)
    {
        // What a certificate is for is no matter of reach.
        var errors = one.Findings.Where(finding => finding.RuleId.StartsWith("ARCH1", StringComparison.Ordinal) && finding.RuleId != "ARCH1022" && RuleSet.Find(finding.RuleId)!.Severity == Severity.Error).ToList();
        foreach (var store in errors.Where(error => error.RuleId == "ARCH1001").Select(error => one.Intent[error.Place.Origin.Node.Value]).Where(store => !IsExposed(one, store)))
        {
            yield return $"ARCH1001 says that the internet reaches {store.Path}; the template does not let it";
        }

        if (errors.Count > 0 && !Faults(one).Any())
        {
            yield return $"The template is safe, and {string.Join(", ", errors.Select(error => $"{error.RuleId} on {error.Place.Origin.Node}").Distinct())} is reported";
        }

        // A warning about the internet needs the internet.
        foreach (var finding in one.Findings.Where(finding => finding.RuleId is "ARCH1020" or "ARCH1021"))
        {
            var host = one.Main(one.Intent[finding.Place.Origin.Node.Value]).LogicalId;
            if (!Ports(one).Any(port => one.Reach.InternetPathTo(host, port.Port, port.Protocol) is not null))
            {
                yield return $"{finding.RuleId} on {finding.Place.Origin.Node}: the internet has no way there";
            }
        }
    }

    // SSH and RDP: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13
    private static readonly int[] Administration = [22, 3389];

    private static IEnumerable<string> Faults(Synthesized one)
    {
        var ports = Ports(one);
        foreach (var thing in one.Intent.Things.Where(thing => thing.IsNetworked))
        {
            var host = one.Main(thing).LogicalId;
            if (thing.Resource is AlbAttribute)
            {
                // Nothing behind it, or nobody but itself in front.
                var asked = one.Reach[host].Groups.SelectMany(one.Reach.Groups.Ingress).Any(rule => !(rule.Peer is CloudFormation.Peer.Group peer && one.Reach[host].Groups.Contains(peer.LogicalId)) && thing.Listeners.Any(listener => rule.Covers(listener.Port)));
                if (!thing.All<RoutesToAttribute>().Any() || !thing.Listeners.Any() || !asked)
                {
                    yield return thing.Path;
                }
            }
            else if (ports.Any(port => one.Reach.InternetPathTo(host, port.Port, port.Protocol) is not null) || Undeclared(one, thing, ports).Any())
            {
                yield return thing.Path;
            }

            // A declared connection to a port that nobody listens on.
            if (!thing.IsCompute && thing.Ports.Count > 0 && one.Intent.Connections.Any(connection => connection.To == thing.Path && connection.From != thing.Path && !thing.Ports.Any(port => connection.Ports.Covers("tcp", port))))
            {
                yield return thing.Path;
            }

            // Administration behind a load balancer is administration from the internet.
            if (Administration.Any(port => one.Reach.ForwardedInternetPathTo(host, port) is not null))
            {
                yield return thing.Path;
            }

            // A public load balancer that is asked from inside has to let public addresses in.
            if (thing.Attributes.Any(a => a.Attribute is UsesAttribute && one.Intent[a.Target!] is { Resource: AlbAttribute, IsPublic: true } balancer
                && !balancer.Listeners.All(listener => one.Reach.InternetPathTo(one.Main(balancer).LogicalId, listener.Port) is not null)))
            {
                yield return thing.Path;
            }

            if (thing.IsCompute && (one.Reach.PathToInternet(host, 443) is null || (thing.Resource is FargateAttribute && Unreached(one, thing).Any())))
            {
                yield return thing.Path;
            }
        }
    }
}
