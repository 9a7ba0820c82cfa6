namespace ArchDsl;

/// <summary>Names the security group of a networked component. Its rules come from the edges and from <see cref="IngressAttribute"/> and <see cref="EgressAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SecurityGroupAttribute : ModifierAttribute
{
    /// <summary>Names the group.</summary>
    /// <param name="name">
    /// 255 characters at most, not beginning with <c>sg-</c>
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html">AWS</see>).
    /// </param>
    public SecurityGroupAttribute(string name) => Name = name;

    /// <summary>The group's name.</summary>
    public string Name { get; }
}
