namespace ArchDsl;

/// <summary>The base of the attributes that make a class a group of subnets, one in each availability zone of the VPC.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public abstract class SubnetAttribute : ArchDslAttribute
{
    private protected SubnetAttribute(string[] cidrs) => Cidrs = cidrs;

    /// <summary>
    /// The IPv4 ranges, one for each availability zone, each with a prefix of 16 to 28 bits. Default: allotted from the VPC's
    /// range, around the explicit ones. Allotted ranges may move when subnets are added; write them out to pin them.
    /// </summary>
    public string[] Cidrs { get; }
}

/// <summary>Subnets whose default route leads to the internet gateway.</summary>
/// <param name="cidrs"><inheritdoc cref="SubnetAttribute.Cidrs" path="/summary"/></param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PublicSubnetAttribute(params string[] cidrs) : SubnetAttribute(cidrs);

/// <summary>Subnets whose default route leads to a NAT gateway, where the VPC has one: out to the internet, but not in.</summary>
/// <param name="cidrs"><inheritdoc cref="SubnetAttribute.Cidrs" path="/summary"/></param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PrivateSubnetAttribute(params string[] cidrs) : SubnetAttribute(cidrs);

/// <summary>Subnets without a default route: neither out to the internet nor in.</summary>
/// <param name="cidrs"><inheritdoc cref="SubnetAttribute.Cidrs" path="/summary"/></param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsolatedSubnetAttribute(params string[] cidrs) : SubnetAttribute(cidrs);
