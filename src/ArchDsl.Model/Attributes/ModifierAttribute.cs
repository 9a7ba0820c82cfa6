namespace ArchDsl;

/// <summary>The base of the attributes that say more about a resource: they stand on a class with a resource attribute.</summary>
public abstract class ModifierAttribute : ArchDslAttribute
{
    private protected ModifierAttribute()
    {
    }
}
