using ArchDsl.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Reach;

/// <summary>The engine keeps ranges as ranges and visits classes of components; the definition it must agree with looks at every pair.</summary>
public sealed class SpreadPropertyTests
{
    private static readonly string[] Ranges = ["10.0.0.0/16", "10.0.0.0/20", "10.0.1.0/24", "10.0.1.0/25", "10.9.0.0/16", "0.0.0.0/0"];

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
            from exit in Rules(caller, Direction.Egress)
            from entry in Rules(to, Direction.Ingress)
            from port in to.Ports
            where exit.Ports.Intersect(entry.Ports)?.Intersect(port) is not null && Matches(exit, to, certain) && Matches(entry, caller, certain)
            select exit).Any();

        bool Matches(SecurityRule rule, Component peer, bool certain) =>
            rule.Peer.Group == peer.Path
            || (rule.Peer.Cidr is { } cidr && topology.SubnetGroup(peer)!.Subnets.Any(subnet => certain ? cidr.Contains(subnet.Cidr) : cidr.Overlaps(subnet.Cidr)));

        IEnumerable<SecurityRule> Rules(Component component, Direction direction) =>
            topology.SecurityGroup(component.Path)!.Rules.Where(rule => rule.Direction == direction);
    }, 60);

    private static Gen<string> Programs { get; } =
        from count in Gen.Choose(2, 7)
        from members in Gen.ListOf(Member(count), count)
        select $"[Vpc] public partial class Shop {{\n{string.Concat(members.Select(static (attributes, i) => $"    [{attributes.Replace("SELF", $"C{i}", StringComparison.Ordinal)}] public partial class C{i};\n"))}}}";

    private static Gen<string> Member(int count) =>
        from kind in Gen.Elements("PublicSubnet, Ec2(\"t3.micro\")", "PrivateSubnet, Ec2(\"t3.micro\")", "IsolatedSubnet, Rds", "PublicSubnet, Fargate(Image = \"i\", Port = 3)")
        from rules in Gen.ListOf(Rule(count), 3)
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
