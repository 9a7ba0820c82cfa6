using ArchDsl.CloudFormation;
using ReadCidr = ArchDsl.CloudFormation.Cidr;

namespace ArchDsl.Proof.Tests.Laws;

/// <summary>What holds for every architecture in every stage.</summary>
internal abstract class Law
{
    public static IReadOnlyList<Law> All { get; } = [new Understood(), new Sound(), new Complete(), new Precise(), new Equal(), new Verified()];

    public string Name => GetType().Name;

    /// <summary>What breaks the law; nothing where it holds.</summary>
    public abstract IEnumerable<string> Check(Synthesized one);

    protected static IReadOnlyList<ReadCidr> Home(Synthesized one, Thing thing) =>
        [.. one.Reach[one.Main(thing).LogicalId].Subnets.SelectMany(subnet => new[] { subnet.Cidr, thing.HasIpv6 ? subnet.Ipv6 : null }).OfType<ReadCidr>()];

    /// <summary>Every port at which a declaration or a rule of the template begins or ends, and some that none names.</summary>
    protected static IReadOnlyList<(string Protocol, int Port)> Ports(Synthesized one)
    {
        var declared = one.Intent.Connections.Select(c => c.Ports).Concat(one.Intent.Ranges.Select(r => r.Ports)).SelectMany(span => span.Samples);
        var listening = one.Intent.Things.SelectMany(thing => thing.Ports).Select(port => ("tcp", port));
        var written = one.Reach.Groups.All.Where(rule => rule.FromPort is not null && rule.Protocol is "tcp" or "udp").SelectMany(rule => new[] { (rule.Protocol, rule.FromPort!.Value), (rule.Protocol, rule.ToPort!.Value) });
        return [.. declared.Concat(listening).Concat(written).Append(("tcp", 22)).Append(("tcp", 12345)).Append(("udp", 53)).Distinct()];
    }

    /// <summary>The store is open to the internet.</summary>
    protected static bool IsExposed(Synthesized one, Thing store) =>
        store.Ports.Any(port => one.Reach.ForwardedInternetPathTo(one.Main(store).LogicalId, port) is not null);

    /// <summary>The components that can reach a store, or administer a host, and that no edge declares.</summary>
    protected static IEnumerable<Thing> Undeclared(Synthesized one, Thing to, IReadOnlyList<(string Protocol, int Port)> ports) =>
        from @from in one.Intent.Things
        where @from.IsNetworked && @from != to
        where ports.Any(port => one.Reach.CanConnect(one.Main(@from).LogicalId, one.Main(to).LogicalId, port.Port, port.Protocol) != Answer.No
            && !one.Intent.Connections.Any(c => c.From == @from.Path && c.To == to.Path && c.Ports.Covers(port.Protocol, port.Port)))
        select @from;

    /// <summary>What a task needs before its code runs, and has no way to.</summary>
    protected static IEnumerable<string> Unreached(Synthesized one, Thing task)
    {
        var fromRepository = task.Attributes.Any(a => a.Declaration.Name == "ImageFrom`1");
        string[] services = [.. fromRepository ? ["ecr.api", "ecr.dkr"] : Array.Empty<string>(), "logs", .. one.Intent.Injected.Any(i => i.Task == task) ? ["secretsmanager"] : Array.Empty<string>()];
        var host = one.Main(task).LogicalId;
        return services.Where(service => !one.Reach.CanReachService(host, service)).Concat(!fromRepository && one.Reach.PathToInternet(host, 443) is null ? ["registry"] : Array.Empty<string>());
    }
}
