namespace ArchDsl.Model;

/// <summary>A NAT gateway has nowhere to stand.</summary>
internal sealed class NoPublicSubnet : LoweringRule
{
    public override string Id => "ARCH0012";

    public override string Title => "A NAT gateway has nowhere to stand";

    public override string Message => "{0} needs a NAT gateway, and a NAT gateway stands in a public subnet: add a class with [PublicSubnet] to the VPC";

    public override string Description => "A private subnet reaches the internet through a NAT gateway, which itself stands in a public subnet.";
}
