using System.Globalization;
using ArchDsl.Cli.Input;
using ArchDsl.CloudFormation;
using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>Holds a template against the manifest of the architecture that it was synthesised from.</summary>
/// <param name="manifest">The architecture.</param>
/// <param name="stage">The stage.</param>
/// <param name="stack">The template.</param>
internal sealed class Verifier(ArchitectureManifest manifest, ManifestStage stage, StackTemplate stack)
{
    private readonly Dictionary<string, Host> hosts = [];
    private readonly List<Host> strangers = [];

    /// <summary>Every difference, those in reach first.</summary>
    public IReadOnlyList<Difference> Differences()
    {
        FindHosts();
        return [.. Reach().Concat(Hosts()).Concat(Regional()).Concat(Facts()).Concat(Properties()).OrderBy(static d => d.Kind).ThenBy(static d => d.Component, StringComparer.Ordinal).ThenBy(static d => d.Text, StringComparer.Ordinal)];
    }

    // Of the hosts that come from a component's class, that one is the component which stands nearest to the class. Hooks add others.
    private void FindHosts()
    {
        foreach (IGrouping<string?, Host> found in stack.Reach.Hosts.GroupBy(host => stack.ClassOf(host.LogicalId)))
        {
            bool isComponent = found.Key is not null && stage.Component(found.Key) is { Network: not null };
            List<Host> nearest = [.. found.OrderByDescending(host => host.Groups.Any(group => stack.ClassOf(group) == found.Key)).ThenBy(static host => host.LogicalId.Length).ThenBy(static host => host.LogicalId, StringComparer.Ordinal)];
            if (isComponent)
            {
                hosts[found.Key!] = nearest[0];
            }

            strangers.AddRange(nearest.Skip(isComponent ? 1 : 0).Where(host => !IsEndpoint(found.Key)));
        }
    }

    private bool IsEndpoint(string? path) => stage.Networks.SelectMany(static network => network.Endpoints).Any(endpoint => endpoint.Path == path);

    private IEnumerable<Difference> Hosts() =>
        strangers.Select(host => Of(DifferenceKind.Host, stack.ClassOf(host.LogicalId), $"{host.LogicalId} ({host.Resource.Type}) is in the template and not in the architecture.", added: true))
            .Concat(stage.Components.Where(component => component.Network is not null && !hosts.ContainsKey(component.Path))
                .Select(component => Of(DifferenceKind.Host, component.Path, $"{manifest.NameOf(component.Path)} is not in the template.", added: false)));

    // What stands in no subnet: a bucket, a secret, a topic. Of several in a class one is the component's, and hooks add others.
    private IEnumerable<Difference> Regional()
    {
        List<ManifestComponent> missing = [.. stage.Components.Where(static component => component.Network is null)];
        HashSet<string> networked = [.. stack.Reach.Hosts.Select(static host => host.LogicalId)];
        foreach (CloudFormation.Resource resource in stack.Template.Resources.Where(resource => !networked.Contains(resource.LogicalId)))
        {
            if (ResourceTypes.Find(resource.Type) is not { Attribute: { } attribute } type)
            {
                continue;
            }

            ManifestComponent? component = stack.ClassOf(resource.LogicalId) is { } path ? stage.Component(path) : null;
            bool isExpected = component?.Attribute == attribute ? missing.Remove(component) : type.IsOf(component?.Attribute);
            if (!isExpected)
            {
                yield return Of(DifferenceKind.Host, component?.Path, $"{resource} is in the template and not in the architecture.", added: true);
            }
        }

        foreach (ManifestComponent component in missing)
        {
            yield return Of(DifferenceKind.Host, component.Path, $"{manifest.NameOf(component.Path)} is not in the template.", added: false);
        }
    }

    private IEnumerable<Difference> Properties() =>
        Verification.Properties.Differences(stack, stage).Select(found => Of(
            DifferenceKind.Property,
            stack.ClassOf(found.LogicalId),
            $"{(stack.ClassOf(found.LogicalId) is { } path ? manifest.NameOf(path) : found.LogicalId)} {found.Text}",
            found.Added));

    private IEnumerable<Difference> Facts()
    {
        List<Fact> missing = [.. ManifestFacts.Of(stage).Distinct()];
        foreach (Fact fact in TemplateFacts.Of(stack, stage.Account).Distinct())
        {
            // What belongs to a host that a hook added is told with it.
            if (!missing.Remove(fact with { OpensData = false }))
            {
                yield return Of(fact.Kind, fact.Path, $"{manifest.NameOf(fact.Path)} {fact.Text}; the source does not say so.", added: true, fact.OpensData || (fact.Kind == DifferenceKind.Permission && fact.Text.StartsWith("lets ", StringComparison.Ordinal) && IsStore(fact.Path)));
            }
        }

        foreach (Fact fact in missing)
        {
            yield return Of(fact.Kind, fact.Path, $"{manifest.NameOf(fact.Path)} {fact.Text}, says the source; the template does not.", added: false);
        }
    }

    private IEnumerable<Difference> Reach()
    {
        foreach ((string path, Host host) in hosts)
        {
            foreach ((string protocol, int port) in PortsOf(path, host))
            {
                foreach (Difference difference in FromInternet(path, host, protocol, port).Concat(FromHosts(path, host, protocol, port)))
                {
                    yield return difference;
                }
            }
        }
    }

    private IEnumerable<Difference> FromInternet(string path, Host host, string protocol, int port)
    {
        bool open = stack.Reach.InternetPathTo(host.LogicalId, port, protocol) is not null;
        bool known = Connects(null, path, protocol, port, static connection => connection.Everybody);
        if (open && !known)
        {
            yield return Of(DifferenceKind.Reach, path, $"The internet can connect to {manifest.NameOf(path)}:{Port(protocol, port)}; compiled, it could not.", added: true, IsData(path));
        }
        else if (known && !open)
        {
            yield return Of(DifferenceKind.Reach, path, $"The internet cannot connect to {manifest.NameOf(path)}:{Port(protocol, port)}; compiled, it could.", added: false);
        }
    }

    private IEnumerable<Difference> FromHosts(string path, Host host, string protocol, int port)
    {
        foreach ((string from, Host source) in hosts.Where(other => other.Key != path && stage.Component(other.Key)!.Role is ComponentRole.Compute or ComponentRole.LoadBalancer))
        {
            Answer answer = stack.Reach.CanConnect(source.LogicalId, host.LogicalId, port, protocol);
            if (answer != Answer.No && !Connects(from, path, protocol, port, static _ => true))
            {
                yield return Of(DifferenceKind.Reach, path, $"{manifest.NameOf(from)} can connect to {manifest.NameOf(path)}:{Port(protocol, port)}; compiled, it could not.", added: true, IsData(path));
            }
            else if (answer == Answer.No && Connects(from, path, protocol, port, static connection => connection.Certain))
            {
                yield return Of(DifferenceKind.Reach, path, $"{manifest.NameOf(from)} cannot connect to {manifest.NameOf(path)}:{Port(protocol, port)}; compiled, it could.", added: false);
            }
        }

        foreach (Host stranger in strangers.Where(stranger => stack.Reach.CanConnect(stranger.LogicalId, host.LogicalId, port, protocol) != Answer.No))
        {
            yield return Of(DifferenceKind.Reach, path, $"{stranger.LogicalId} ({stranger.Resource.Type}), which is not in the architecture, can connect to {manifest.NameOf(path)}:{Port(protocol, port)}.", added: true, IsData(path));
        }
    }

    private bool Connects(string? from, string to, string protocol, int port, Func<ManifestConnection, bool> counts) => stage.Connections.Any(connection =>
        connection.Internet == from is null
        && (from is null || connection.From.Contains(from))
        && connection.To.Contains(to)
        && Covers(connection.Ports, protocol, port)
        && counts(connection));

    // A connection is asked for where a component listens, at both ends of each range.
    private IEnumerable<(string Protocol, int Port)> PortsOf(string path, Host host)
    {
        IEnumerable<(string, int)> written = stack.Reach.Hosts.Where(h => h == host).SelectMany(static h => h.Groups).SelectMany(stack.Reach.Groups.Ingress)
            .Where(static rule => rule is { Protocol: "tcp" or "udp", FromPort: not null, ToPort: not null })
            .SelectMany(static rule => new[] { (rule.Protocol, rule.FromPort!.Value), (rule.Protocol, rule.ToPort!.Value) });
        EquatableArray<PortRange> listening = stage.Component(path)!.Ports;
        return listening.Where(static range => range.Protocol is Protocol.Tcp or Protocol.Udp)
            .SelectMany(static range => new[] { (Name(range.Protocol), range.From), (Name(range.Protocol), range.To) })
            .Concat(written.Where(port => listening.Any(range => Covers(range, port.Item1, port.Item2))))
            .Distinct();

        static string Name(Protocol protocol) => protocol == Protocol.Tcp ? "tcp" : "udp";
    }

    private static bool Covers(PortRange range, string protocol, int port) =>
        range.Contains(new PortRange(protocol == "tcp" ? Protocol.Tcp : Protocol.Udp, port, port));

    // What a policy of its own guards.
    private bool IsStore(string path) => stage.Component(path) is { Role: not (ComponentRole.Compute or ComponentRole.LoadBalancer) };

    private bool IsData(string path) => stage.Component(path)?.Role == ComponentRole.DataStore;

    private static string Port(string protocol, int port) => (protocol == "tcp" ? "" : protocol + " ") + port.ToString(CultureInfo.InvariantCulture);

    private Difference Of(DifferenceKind kind, string? path, string text, bool added, bool opensData = false) =>
        new(kind, path, text, added, added && opensData, path is null ? null : manifest.SourceOf(path));
}
