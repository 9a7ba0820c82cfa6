using ArchDsl.CloudFormation;
using ArchDsl.Model;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary>
/// The template lets nobody through whom nothing declares, and what it should let nobody through is reported: a store that
/// the internet reaches, a host that faces it, a store that a component reaches without an edge, a task that cannot start.
/// </summary>
internal sealed class Sound : Law
{
    public override IEnumerable<string> Check(Synthesized one)
    {
        var ports = Ports(one);
        foreach (var to in one.Intent.Things.Where(thing => thing.IsNetworked))
        {
            foreach (var from in one.Intent.Things.Where(thing => thing.IsNetworked && thing != to))
            {
                foreach (var (protocol, port) in ports)
                {
                    if (one.Reach.CanConnect(one.Main(from).LogicalId, one.Main(to).LogicalId, port, protocol) != Answer.No
                        && !one.Intent.Admits(from, Home(one, from), to, Home(one, to), protocol, port))
                    {
                        yield return $"{from.Path} reaches {to.Path}:{port} ({protocol}), and nothing declares it";
                    }
                }
            }

            foreach (var (protocol, port) in ports.Where(port => one.Reach.InternetPathTo(one.Main(to).LogicalId, port.Port, port.Protocol) is not null))
            {
                if (!one.Intent.Ranges.Any(range => range.Path == to.Path && range.Ingress && range.Ports.Covers(protocol, port)))
                {
                    yield return $"The internet reaches {to.Path}:{port} ({protocol}), and nothing declares it";
                }
            }
        }

        foreach (var store in one.Intent.Things.Where(thing => thing.IsStore))
        {
            if (IsExposed(one, store) && !one.Reported(store.Path).Any(IsError))
            {
                yield return $"The internet reaches the store {store.Path}, and no error says so";
            }

            if (RuleSet.Find("ARCH1004") is not null && !one.IsReported(store.Path) && Undeclared(one, store, [.. store.Ports.Select(port => ("tcp", port))]).FirstOrDefault() is { } stranger)
            {
                yield return $"{stranger.Path} reaches the store {store.Path} without an edge, and nothing is reported";
            }
        }

        foreach (var host in one.Intent.Things.Where(thing => thing.IsCompute))
        {
            if (ports.Any(port => one.Reach.InternetPathTo(one.Main(host).LogicalId, port.Port, port.Protocol) is not null) && !one.IsReported(host.Path))
            {
                yield return $"The internet reaches {host.Path}, and nothing is reported";
            }

            if (RuleSet.Find("ARCH1040") is not null && host.Resource is FargateAttribute && !one.IsReported(host.Path) && Unreached(one, host).FirstOrDefault() is { } service)
            {
                yield return $"{host.Path} has no way to {service}, so that it cannot start, and nothing is reported";
            }
        }

        // An object is everybody's only where the source says so.
        foreach (var bucket in one.Intent.Things.Where(thing => thing.Resource is S3Attribute))
        {
            var isPublic = one.Template.OfType("AWS::S3::BucketPolicy")
                .Where(policy => policy.Property("Bucket")?.LogicalId == one.Main(bucket).LogicalId)
                .SelectMany(policy => Identity.GrantsToEveryone(policy.Property("PolicyDocument")!))
                .Any(grant => grant.Allowed);
            if (isPublic && !one.Findings.Any(finding => finding.RuleId == "ARCH2010" && finding.Place.Origin.Node.Value == bucket.Path))
            {
                yield return $"Everybody may read {bucket.Path}, and nothing is reported";
            }
        }

        static bool IsError(string id) => RuleSet.Find(id)!.Severity == Severity.Error;
    }
}
