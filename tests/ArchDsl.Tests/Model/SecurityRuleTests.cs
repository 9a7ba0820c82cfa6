using ArchDsl.Model;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

/// <summary>The lowering leaves out rules that others cover. That changes nothing about who is let through.</summary>
public sealed class SecurityRuleTests
{
    private static readonly string[] Ranges = ["0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.7/32", "203.0.113.0/24"];
    private static readonly string[] Groups = ["A", "B", "Host"];

    // A packet: the other side's group, if it has one, and its address. Groups stand in the VPC, 10.0.0.0/16.
    private static readonly (string? Group, uint Address)[] Others =
    [
        (null, 0x0A000007), (null, 0x0A000107), (null, 0x0A010000), (null, 0x01020304), (null, 0xCB007107), (null, 0xDD000001),
        .. from name in Groups from address in (uint[])[0x0A000007, 0x0A000107] select (name, address),
    ];

    private static readonly FsCheck.Gen<(Direction Direction, string? Range, string? Group, PortRange Ports)> Traffic =
        from direction in Gen.Elements(Direction.Ingress, Direction.Egress)
        from byRange in Gen.Elements(true, false)
        from range in Gen.Elements(Ranges)
        from name in Gen.Elements(Groups)
        from ports in Generate.Ports
        select (direction, byRange ? range : null, byRange ? null : name, ports);

    [Fact]
    public void RulesThatAreLeftOut_ChangeNothing() => Traffic.ListOf().Check(static traffic =>
    {
        SecurityRule[] kept = [.. Lower(traffic).SecurityGroup(new NodePath("Host"))!.Rules];

        foreach (var (direction, range, name, ports) in traffic)
        {
            // Ingress<Host> on the host itself opens both directions.
            Direction[] directions = name == "Host" ? [Direction.Ingress, Direction.Egress] : [direction];
            Peer peer = range is null ? Peer.Of(new NodePath(name!)) : Peer.Of(CidrBlock.Parse(range)!.Value);
            foreach (Direction each in directions)
            {
                AdmitsNoLess(kept, new SecurityRule(each, peer, ports, default, ""));
            }
        }

        // Nor is anybody let through whom no rule as written lets through.
        Assert.All(kept, rule => Assert.Contains(traffic, t => (t.Direction == rule.Direction || t.Group == "Host")
            && t.Ports == rule.Ports
            && (t.Range ?? t.Group) == (rule.Peer.Cidr?.ToString() ?? rule.Peer.Group!.Value.Value)));
        Assert.DoesNotContain(kept, rule => kept.Any(other => other != rule && other.Covers(rule)));
    }, 1000);

    [Fact]
    public void Covers_MeansThatNothingIsLost() => (from a in Traffic from b in Traffic select (a, b)).Check(static pair =>
    {
        SecurityRule a = Rule(pair.a);
        SecurityRule b = Rule(pair.b);
        if (a.Covers(b))
        {
            AdmitsNoLess([a], b);
        }
    }, 5000);

    [Fact]
    public void OrderOfRules_DoesNotMatter() => Traffic.ListOf().Check(static traffic => Assert.Equal(
        Lower(traffic).SecurityGroups.Select(static g => g.Rules.Select(static r => (r.Direction, r.Peer, r.Ports)).ToEquatableArray()),
        Lower(Enumerable.Reverse(traffic)).SecurityGroups.Select(static g => g.Rules.Select(static r => (r.Direction, r.Peer, r.Ports)).ToEquatableArray())));

    private static void AdmitsNoLess(IReadOnlyCollection<SecurityRule> rules, SecurityRule rule)
    {
        foreach (var (name, address) in Others.Where(o => Admits(rule, o)))
        {
            foreach (var member in PortRangeTests.Members(rule.Ports))
            {
                Assert.Contains(rules, other => other.Direction == rule.Direction && Admits(other, (name, address)) && PortRangeTests.Members(other.Ports).Contains(member));
            }
        }
    }

    private static bool Admits(SecurityRule rule, (string? Group, uint Address) other) =>
        rule.Peer.Group is { } path ? path.Value == other.Group : rule.Peer.Cidr!.Value.Contains(new CidrBlock(other.Address, 32));

    private static SecurityRule Rule((Direction Direction, string? Range, string? Group, PortRange Ports) traffic) =>
        new(traffic.Direction, traffic.Range is null ? Peer.Of(new NodePath(traffic.Group!)) : Peer.Of(CidrBlock.Parse(traffic.Range)!.Value), traffic.Ports, default, "");

    private static ArchitectureTopology Lower(IEnumerable<(Direction Direction, string? Range, string? Group, PortRange Ports)> traffic)
    {
        IEnumerable<AttributeDeclaration> attributes = traffic.Select(static t =>
        {
            (string, object?)[] ports = t.Ports.Protocol == Protocol.All ? [] : [("FromPort", t.Ports.From), ("ToPort", t.Ports.To), ("Protocol", t.Ports.Protocol)];
            return t.Range is null
                ? Declared.Edge(t.Direction.ToString(), t.Group!, ports)
                : Declared.Attribute(t.Direction.ToString(), [("Cidr", t.Range), .. ports]);
        });
        return Lowering.Lower(Declared.Architecture(
            [Declared.Attribute("Vpc"), Declared.Attribute("PublicSubnet")],
            Declared.Node("A", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro"))]),
            Declared.Node("B", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro"))]),
            Declared.Node("Host", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro")), .. attributes])));
    }
}
