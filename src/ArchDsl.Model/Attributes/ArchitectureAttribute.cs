namespace ArchDsl;

/// <summary>Names an architecture and says where it is deployed. Optional, on the root class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ArchitectureAttribute : ArchDslAttribute
{
    /// <summary>Names the CloudFormation stack.</summary>
    /// <param name="name">
    /// The stack's name: a letter, then letters, digits and hyphens, 128 characters at most
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html">AWS</see>).
    /// </param>
    public ArchitectureAttribute(string name) => Name = name;

    /// <summary>The stack's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The AWS region, for example <c>eu-central-1</c>, one of those of May 2026
    /// (<see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS</see>). Default: the one that
    /// the deployment's credentials name.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The id of the AWS account, 12 digits
    /// (<see href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS</see>). Default: the one that
    /// the deployment's credentials belong to.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>
    /// The stack's description, 1,024 bytes at most
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html">AWS</see>).
    /// Default: none.
    /// </summary>
    public string? Description { get; set; }
}
