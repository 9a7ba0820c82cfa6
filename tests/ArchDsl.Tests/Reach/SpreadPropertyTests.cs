using ArchDsl.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Reach;

/// <summary>The engine keeps ranges as ranges and visits classes of components; the definition it must agree with looks at every pair.</summary>
public sealed class SpreadPropertyTests
{
    private static readonly string[] Ranges = ["10.0.0.0/16", "10.0.0.0/20", "10.0.1.0/24", "10.0.0.0/25", "10.0.0.128/25", "10.0.16.0/21", "10.0.24.0/21", "10.0.1.0/25", "10.9.0.0/16", "0.0.0.0/0"];

    [Fact]
    public void Spread_IsTheClosureOfAllPairs() => Model.Generate.Check(Programs, static source =>
    {
        ArchitectureTopology topology = TestProgram.Lower(source);
        Reachability reachability = new(topology);
        List<Component> components = [.. topology.Components.Where(static c => c.Placement is not null)];
        foreach (bool certain in new[] { false, true })
        {
            foreach (Component from in components)
            {
                IEnumerable<NodePath> found = reachability.SpreadFrom([from], new SpreadQuery { Certain = certain }).Reached.Select(static c => c.Path);
                Assert.Equal(Closure(from, certain).Order(), found.Order());
            }
        }

        HashSet<NodePath> Closure(Component start, bool certain)
        {
            HashSet<NodePath> seen = [start.Path];
            Queue<Component> open = new([start]);
            while (open.TryDequeue(out Component? from))
            {
                foreach (Component to in components.Where(to => from.Role == ComponentRole.Compute && Connects(from, to, certain) && seen.Add(to.Path)))
                {
                    open.Enqueue(to);
                }
            }

            seen.Remove(start.Path);
            return seen;
        }

        bool Connects(Component caller, Component to, bool certain) => caller != to && (
            from port in Ports
            where to.Ports.Any(listening => listening.Contains(port)) && Lets(Rules(caller, Direction.Egress), to, port, certain) && Lets(Rules(to, Direction.Ingress), caller, port, certain)
            select port).Any();

        bool Lets(IEnumerable<SecurityRule> rules, Component peer, PortRange port, bool certain)
        {
            List<SecurityRule> open = [.. rules.Where(rule => rule.Ports.Contains(port))];
            List<CidrBlock> ranges = [.. open.Select(static rule => rule.Peer.Cidr).OfType<CidrBlock>()];
            return open.Exists(rule => rule.Peer.Group == peer.Path) || Homes(peer).Any(home => certain ? Bounds(home, ranges).All(IsIn) : ranges.Exists(home.Overlaps));

            bool IsIn(CidrBlock address) => ranges.Exists(range => range.Contains(address));
        }

        // An instance stands in the first subnet.
        IEnumerable<CidrBlock> Homes(Component component) => topology.SubnetGroup(component)!.Subnets.Take(component is Instance ? 1 : int.MaxValue).Select(static subnet => subnet.Cidr);

        IEnumerable<SecurityRule> Rules(Component component, Direction direction) =>
            topology.SecurityGroup(component.Path)!.Rules.Where(rule => rule.Direction == direction);
    }, 60);

    // Where something may change: ports on both sides of each bound of the rules, and the first address of a subnet and those behind ranges in it.
    private static IEnumerable<PortRange> Ports => ((int[])[0, 1, 2, 3, 4, 5, 443, 5431, 5432, 5433, 65535]).SelectMany(static port => new[] { PortRange.Tcp(port), new PortRange(Protocol.Udp, port, port) });

    private static IEnumerable<CidrBlock> Bounds(CidrBlock subnet, IEnumerable<CidrBlock> ranges) => ranges
        .SelectMany(static range => new[] { range.Address, unchecked(range.Last + 1) })
        .Select(static address => new CidrBlock(address, 32))
        .Where(subnet.Contains)
        .Append(new CidrBlock(subnet.Address, 32));

    private static Gen<string> Programs { get; } =
        from count in Gen.Choose(2, 7)
        from members in Gen.ListOf(Member(count), count)
        select $"[Vpc] public partial class Shop {{\n{string.Concat(members.Select(static (attributes, i) => $"    [{attributes.Replace("SELF", $"C{i}", StringComparison.Ordinal)}] public partial class C{i};\n"))}}}";

    private static Gen<string> Member(int count) =>
        from kind in Gen.Elements("PublicSubnet, Ec2(\"t3.micro\")", "PrivateSubnet, Ec2(\"t3.micro\")", "IsolatedSubnet, Rds", "PublicSubnet, Fargate(Image = \"i\", Port = 3)")
        from rules in Gen.ListOf(Rule(count), 4)
        select string.Join(", ", rules.Distinct().Prepend(kind));

    private static Gen<string> Rule(int count) =>
        from way in Gen.Elements("Ingress", "Egress")
        from range in Gen.Elements(Ranges)
        from other in Gen.Choose(0, count - 1)
        from named in Gen.Choose(0, 3)
        from ports in Gen.Elements("", "3", "2, 4", "5432", "0, 65535")
        let separator = ports.Length == 0 ? "" : ", "
        select named == 0 ? $"{way}<C{other}>({ports})" : $"{way}(\"{range}\"{separator}{ports})";
}
