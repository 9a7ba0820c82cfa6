namespace ArchDsl;

/// <summary>Names the container of a task.</summary>
/// <param name="name">
/// 255 letters, digits, hyphens and underscores at most
/// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">AWS</see>). Default without the
/// attribute: the class name, with an underscore for each letter beyond ASCII.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ContainerAttribute(string name) : ModifierAttribute
{
    /// <summary>The container's name.</summary>
    public string Name { get; } = name;
}
