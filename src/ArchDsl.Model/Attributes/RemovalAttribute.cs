namespace ArchDsl;

/// <summary>Says what happens to a resource when it leaves the stack or the stack is deleted.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RemovalAttribute : ModifierAttribute
{
    /// <summary>Sets the removal policy.</summary>
    /// <param name="policy">Default without the attribute: databases leave a snapshot, other data is retained, all else is destroyed.</param>
    public RemovalAttribute(Removal policy) => Policy = policy;

    /// <summary>What happens to the resource.</summary>
    public Removal Policy { get; }
}

/// <summary>What happens to a resource when it leaves the stack.</summary>
public enum Removal
{
    /// <summary>It stays in the account, with its data.</summary>
    Retain,

    /// <summary>It is deleted after a last snapshot.</summary>
    Snapshot,

    /// <summary>It is deleted with its data. Deletion protection is off.</summary>
    Destroy,
}
