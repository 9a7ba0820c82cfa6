namespace ArchDsl;

/// <summary>The base of the attributes that say more about a resource: they stand on a class with a resource attribute.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public abstract class ModifierAttribute : ArchDslAttribute
{
    private protected ModifierAttribute()
    {
    }
}
