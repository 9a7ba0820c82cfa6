using System.Net;

namespace ArchDsl.CloudFormation;

/// <summary>The other side of a security group rule.</summary>
public abstract record Peer
{
    /// <summary>A range of addresses.</summary>
    public sealed record Range(Cidr Cidr) : Peer
    {
        /// <inheritdoc/>
        public override string ToString() => Cidr.ToString();
    }

    /// <summary>The members of a security group.</summary>
    public sealed record Group(string LogicalId) : Peer
    {
        /// <inheritdoc/>
        public override string ToString() => LogicalId;
    }

    /// <summary>A prefix list, or a group or range from outside the template.</summary>
    public sealed record Unknown(string Text) : Peer
    {
        /// <inheritdoc/>
        public override string ToString() => Text;
    }
}

/// <summary>One rule of a security group. Protocol -1 covers all ports of all protocols.</summary>
public sealed record SecurityRule(string Protocol, int? FromPort, int? ToPort, Peer Peer)
{
    /// <summary>Whether a port of a protocol is among its ports.</summary>
    /// <param name="port">The port.</param>
    /// <param name="protocol"><c>tcp</c> or <c>udp</c>.</param>
    public bool Covers(int port, string protocol = "tcp") =>
        Protocol == "-1" || ((Protocol == protocol || Protocol == (protocol == "tcp" ? "6" : "17")) && FromPort <= port && port <= ToPort);

    /// <inheritdoc/>
    public override string ToString() => Protocol == "-1" ? $"all {Peer}" : $"{Protocol} {FromPort}-{ToPort} {Peer}";
}

/// <summary>The security groups of a template, with the rules written in them and those that stand beside them.</summary>
public sealed class SecurityGroups
{
    private static readonly SecurityRule EveryIpv4 = new("-1", null, null, new Peer.Range(new Cidr(IPNetwork.Parse("0.0.0.0/0"))));
    private static readonly SecurityRule EveryIpv6 = new("-1", null, null, new Peer.Range(new Cidr(IPNetwork.Parse("::/0"))));

    private readonly Dictionary<string, List<SecurityRule>> _ingress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SecurityRule>> _egress = new(StringComparer.Ordinal);

    internal SecurityGroups(Template template, ICollection<string> unknowns)
    {
        var dualVpcs = template.OfType("AWS::EC2::VPCCidrBlock")
            .Where(block => block.Properties.Members.Keys.Any(name => name.Contains("Ipv6", StringComparison.Ordinal)))
            .Select(block => block.Property("VpcId")?.LogicalId)
            .ToHashSet();
        foreach (var group in template.OfType("AWS::EC2::SecurityGroup"))
        {
            _ingress[group.LogicalId] = [.. group.List("SecurityGroupIngress").Select(rule => Read(rule, "Source"))];

            // Whether a rule beside the group removes this default AWS does not document, and users report both. It is taken
            // to stay, which finds too many paths rather than too few; EverySampleTests demand that each group states its egress.
            _egress[group.LogicalId] = group.List("SecurityGroupEgress").Count == 0
                ? Everything(group.Property("VpcId")?.LogicalId)
                : [.. group.List("SecurityGroupEgress").Select(rule => Read(rule, "Destination"))];
        }

        foreach (var vpc in template.OfType("AWS::EC2::VPC"))
        {
            var group = DefaultOf(vpc.LogicalId);
            _ingress[group] = [new SecurityRule("-1", null, null, new Peer.Group(group))];
            _egress[group] = Everything(vpc.LogicalId);
        }

        Standalone("AWS::EC2::SecurityGroupIngress", "Source", _ingress);
        Standalone("AWS::EC2::SecurityGroupEgress", "Destination", _egress);

        foreach (var (group, rules) in _ingress.Concat(_egress))
        {
            foreach (var rule in rules.Where(rule => rule.Peer is Peer.Unknown || (rule is { Protocol: "tcp" or "6" } && (rule.FromPort ?? rule.ToPort) is null)))
            {
                unknowns.Add($"{group}: {rule}");
            }
        }

        // What a group allows out where it states nothing.
        List<SecurityRule> Everything(string? vpc) => dualVpcs.Contains(vpc) ? [EveryIpv4, EveryIpv6] : [EveryIpv4];

        void Standalone(string type, string side, Dictionary<string, List<SecurityRule>> rules)
        {
            foreach (var resource in template.OfType(type))
            {
                if (resource.Property("GroupId")?.LogicalId is { } group && rules.TryGetValue(group, out var known))
                {
                    known.Add(Read(resource.Properties, side));
                }
                else
                {
                    unknowns.Add($"{resource} is for a group outside the template");
                }
            }
        }
    }

    /// <summary>The group that AWS gives to whatever names none.</summary>
    public static string DefaultOf(string vpc) => $"{vpc}'s default group";

    /// <summary>What a group lets in.</summary>
    public IReadOnlyList<SecurityRule> Ingress(string group) => _ingress[group];

    /// <summary>What a group lets out.</summary>
    public IReadOnlyList<SecurityRule> Egress(string group) => _egress[group];

    /// <summary>Whether the template has a group, or makes AWS give it.</summary>
    public bool Contains(string group) => _ingress.ContainsKey(group);

    /// <summary>Every rule of every group.</summary>
    public IEnumerable<SecurityRule> All => _ingress.Values.Concat(_egress.Values).SelectMany(rules => rules);

    /// <summary>Every range that a rule names.</summary>
    public IEnumerable<Cidr> Ranges => All.Select(rule => rule.Peer).OfType<Peer.Range>().Select(range => range.Cidr).Distinct();

    private static SecurityRule Read(Value rule, string side) => new(
        rule["IpProtocol"]?.Text ?? "?",
        rule["FromPort"]?.Number,
        rule["ToPort"]?.Number,
        PeerOf(rule, side));

    private static Peer PeerOf(Value rule, string side)
    {
        if (Cidr.TryParse((rule["CidrIp"] ?? rule["CidrIpv6"])?.Text) is { } range)
        {
            return new Peer.Range(range);
        }

        return rule[$"{side}SecurityGroupId"]?.LogicalId is { } group ? new Peer.Group(group) : new Peer.Unknown(rule.ToString());
    }
}
