namespace ArchDsl;

/// <summary>Makes a class a virtual private cloud: classes nested in it divide it into subnets.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class VpcAttribute : ArchDslAttribute
{
    /// <summary>A VPC with the range <c>10.0.0.0/16</c>.</summary>
    public VpcAttribute()
    {
    }

    /// <summary>A VPC with a range of its own.</summary>
    /// <param name="cidr">
    /// An IPv4 range with a prefix of 16 to 28 bits
    /// (<see href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">AWS</see>).
    /// </param>
    public VpcAttribute(string cidr) => Cidr = cidr;

    /// <summary>The IPv4 range. Default: <c>10.0.0.0/16</c>.</summary>
    public string Cidr { get; } = "10.0.0.0/16";

    /// <summary>
    /// The number of availability zones that the subnets span, 1 to 6
    /// (<see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">AWS</see>). Default: 2,
    /// the least that load balancers and database subnet groups take.
    /// </summary>
    public int AvailabilityZones { get; set; } = 2;

    /// <summary>
    /// The number of NAT gateways. Default: one for each availability zone if a component in a <see cref="PrivateSubnetAttribute"/>
    /// needs a way out, and none if nothing does. At most one for each zone, so 6 where a region has so many
    /// (<see href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html">AWS</see>).
    /// </summary>
    public int NatGateways { get; set; }

    /// <summary>
    /// Whether there are IPv6 addresses besides: a /56 that Amazon chooses, a /64 of it for each subnet. Tasks, instances, databases and
    /// load balancers that face the internet have one then. ::/0 leads from a <see cref="PublicSubnetAttribute"/> to the internet gateway,
    /// and from a <see cref="PrivateSubnetAttribute"/> with code that may connect there to an egress-only internet gateway. Default: false.
    /// </summary>
    public bool Ipv6 { get; set; }

    /// <summary>Which connections are logged, for a year, in a log group that CloudFormation names. Default: the refused ones.</summary>
    public FlowLogs FlowLogs { get; set; }
}

/// <summary>Which connections a VPC logs.</summary>
public enum FlowLogs
{
    /// <summary>Those that a security group refused: who knocks where nobody is expected.</summary>
    Rejected,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
