using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Which rules a security group has, in which order, and which of the written ones each stands for.</summary>
public sealed class SecurityGroupTests
{
    [Theory]
    [InlineData("Ingress(\"10.0.0.0/16\", 80), Ingress(\"10.0.0.0/20\", 80), Ingress(\"10.0.0.0/24\", 80)")]
    [InlineData("Ingress(\"10.0.0.0/24\", 80), Ingress(\"10.0.0.0/20\", 80), Ingress(\"10.0.0.0/16\", 80)")]
    [InlineData("Ingress(\"10.0.0.0/20\", 80), Ingress(\"10.0.0.0/24\", 80), Ingress(\"10.0.0.0/16\", 80)")]
    public void WidestRule_StandsForAllThatItCovers(string rules) =>
        Assert.Equal("10.0.0.0/16 (10.0.0.0/20, 10.0.0.0/24)", Text("Vpc", rules));

    [Theory]
    [InlineData("Ingress<A>(80), Ingress<A>", "A (A)")]
    [InlineData("Ingress<A>, Ingress<A>(80)", "A (A)")]
    [InlineData("Ingress<A>, Ingress(Cidr.Internet)", "0.0.0.0/0 (A)")]
    [InlineData("Ingress<A>(80), Ingress<A>, Ingress(Cidr.Internet)", "0.0.0.0/0 (A, A)")]
    [InlineData("Ingress<A>, Ingress(Cidr.Internet, 80)", "0.0.0.0/0, A")]
    [InlineData("Ingress<A>, Ingress(\"0.0.0.0/1\")", "0.0.0.0/1, A")]
    public void RuleForAComponent_IsCoveredByEveryAddress(string rules, string text) => Assert.Equal(text, Text("Vpc", rules));

    /// <summary>Of two networks one has both families of addresses; the groups of the other know IPv4 alone.</summary>
    [Theory]
    [InlineData("Vpc", "Vpc(\"10.1.0.0/16\", Ipv6 = true)", "Ingress(Cidr.Internet), Ingress<A>", "0.0.0.0/0 (A)")]
    [InlineData("Vpc(Ipv6 = true)", "Vpc(\"10.1.0.0/16\")", "Ingress(Cidr.Internet), Ingress<A>", "0.0.0.0/0, A")]
    [InlineData("Vpc(Ipv6 = true)", "Vpc(\"10.1.0.0/16\")", "Ingress(Cidr.Internet), Ingress(Cidr.InternetIpv6), Ingress<A>", "0.0.0.0/0 (A), ::/0")]
    public void FamiliesOfAddresses_AreThoseOfTheNetwork(string vpc, string other, string rules, string text) => Assert.Equal(text, Text(vpc, rules, other));

    [Theory]
    [InlineData("Ingress<B>, Ingress<A>, Ingress(\"10.2.0.0/16\"), Ingress(\"10.1.0.0/16\")", "10.1.0.0/16, 10.2.0.0/16, A, B")]
    [InlineData("Ingress(\"10.1.0.0/16\", 90), Ingress<A>(80, 85), Ingress<B>(80), Ingress(\"10.2.0.0/16\", 80), Ingress(\"10.1.0.0/16\", 80, Protocol = Protocol.Udp)", "10.2.0.0/16, B, A, 10.1.0.0/16, 10.1.0.0/16")]
    public void Order_IsThatOfPortsAndOtherSides(string rules, string text) => Assert.Equal(text, Text("Vpc", rules));

    [Fact]
    public void RulesForConnectionsIn_ComeFirst() => Assert.Equal(
        [Direction.Ingress, Direction.Egress],
        TestProgram.Lower("[Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 80), Ingress(Cidr.Internet, 443)] public partial class Host;").SecurityGroups[0].Rules.Select(static rule => rule.Direction));

    // The rules for connections to the host, with those that each covers.
    private static string Text(string vpc, string rules, string other = "Vpc(\"10.1.0.0/16\")")
    {
        ArchitectureTopology topology = TestProgram.Lower($$"""
            [Architecture("groups")]
            public partial class Shop
            {
                [{{vpc}}]
                public partial class Net
                {
                    [PublicSubnet]
                    public partial class In
                    {
                        [Ec2("t3.micro"), {{rules}}] public partial class Host;
                        [Ec2("t3.micro")] public partial class A;
                        [Ec2("t3.micro")] public partial class B;
                    }
                }

                [{{other}}] public partial class Other { [PublicSubnet] public partial class Out; }
            }
            """);
        return string.Join(", ", topology.SecurityGroup(new NodePath("Net.In.Host"))!.Rules
            .Where(static rule => rule.Direction == Direction.Ingress)
            .Select(static rule => Side(rule) + (rule.Covered.Count == 0 ? "" : $" ({string.Join(", ", rule.Covered.Select(Side).Order(StringComparer.Ordinal))})")));

        static string Side(SecurityRule rule) => rule.Peer.Group?.Value.Split('.')[^1] ?? rule.Peer.Cidr.ToString()!;
    }
}
