namespace ArchDsl;

/// <summary>Names the roles of a task. What they may do comes from the edges.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RolesAttribute : ModifierAttribute
{
    /// <summary>
    /// The name of the role of the code, 64 letters, digits and <c>+=,.@_-</c> at most
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">AWS</see>). Default: CloudFormation chooses one.
    /// </summary>
    public string? Task { get; set; }

    /// <summary>
    /// The name of the role that starts the task, 64 letters, digits and <c>+=,.@_-</c> at most
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">AWS</see>). Default: CloudFormation chooses one.
    /// </summary>
    public string? Execution { get; set; }
}
