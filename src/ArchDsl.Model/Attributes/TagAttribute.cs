namespace ArchDsl;

/// <summary>Tags every resource of a class and of all classes nested in it that AWS can tag.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TagAttribute : ArchDslAttribute
{
    /// <summary>Adds a tag.</summary>
    /// <param name="key">1 to 128 characters, not beginning with <c>aws:</c>.</param>
    /// <param name="value">256 characters at most.</param>
    public TagAttribute(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The tag's key.</summary>
    public string Key { get; }

    /// <summary>The tag's value.</summary>
    public string Value { get; }

    internal override string Identity => Key;
}
