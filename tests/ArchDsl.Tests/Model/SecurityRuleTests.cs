using ArchDsl.Model;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

/// <summary>The lowering leaves out rules that others cover. That changes nothing about who is let through.</summary>
public sealed class SecurityRuleTests
{
    private static readonly string[] Ranges = ["0.0.0.0/0", "0.0.0.0/1", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.7/32", "203.0.113.0/24", "::/0", "::/1", "2001:db8::/32"];
    private static readonly string[] Groups = ["A", "B", "Host"];

    // A packet: the other side's group, if it has one, and its address. Groups stand in the VPC, with addresses of both families.
    private static readonly (string? Group, CidrBlock Address)[] Others =
    [
        .. from address in (string[])["10.0.0.7/32", "10.0.1.7/32", "10.1.0.0/32", "1.2.3.4/32", "203.0.113.7/32", "221.0.0.1/32", "2001:db8::7/128", "2600::7/128", "fd00::7/128"]
           select ((string?)null, CidrBlock.Parse(address)!.Value),
        .. from name in Groups from address in (string[])["10.0.0.7/32", "10.0.1.7/32", "2600::7/128"] select (name, CidrBlock.Parse(address)!.Value),
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

    /// <summary>A range of every address says nothing of the addresses of the other family.</summary>
    [Theory]
    [InlineData("Vpc", "Egress(Cidr.Internet)", "Egress 0.0.0.0/0")]
    [InlineData("Vpc(Ipv6 = true)", "Egress(Cidr.Internet)", "Egress 0.0.0.0/0, Egress Database")]
    [InlineData("Vpc(Ipv6 = true)", "Egress(Cidr.InternetIpv6)", "Egress ::/0, Egress Database")]
    [InlineData("Vpc(Ipv6 = true)", "Egress(Cidr.Internet), Egress(Cidr.InternetIpv6)", "Egress 0.0.0.0/0, Egress ::/0")]
    [InlineData("Vpc(Ipv6 = true)", "Egress(Cidr.Internet), Egress(Cidr.InternetIpv6, 443)", "Egress 0.0.0.0/0, Egress ::/0, Egress Database")]
    public void RuleForAComponent_IsCoveredByBothFamilies(string vpc, string egress, string rules)
    {
        ArchitectureTopology topology = TestProgram.Lower($$"""
            [{{vpc}}, PublicSubnet]
            public partial class Shop
            {
                [Ec2("t3.micro"), {{egress}}, Egress<Database>(5432)] public partial class Host;
                [Rds] public partial class Database;
            }
            """);

        Assert.Equal(rules, string.Join(", ", topology.SecurityGroup(new NodePath("Host"))!.Rules
            .Select(static rule => $"{rule.Direction} {rule.Peer.Group?.Value ?? rule.Peer.Cidr.ToString()}").Order(StringComparer.Ordinal)));
    }

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

    private static bool Admits(SecurityRule rule, (string? Group, CidrBlock Address) other) =>
        rule.Peer.Group is { } path ? path.Value == other.Group : rule.Peer.Cidr!.Value.Contains(other.Address);

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
            [Declared.Attribute("Vpc", ("Ipv6", true)), Declared.Attribute("PublicSubnet")],
            Declared.Node("A", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro"))]),
            Declared.Node("B", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro"))]),
            Declared.Node("Host", [Declared.Attribute("Ec2", ("InstanceType", "t3.micro")), .. attributes])));
    }
}
