namespace ArchDsl;

/// <summary>Tags every resource of a class and of all classes nested in it that AWS can tag.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TagAttribute : ArchDslAttribute
{
    /// <summary>Adds a tag.</summary>
    /// <param name="key">
    /// 1 to 128 letters, digits, spaces and <c>_.:/=+-@</c>, not beginning with <c>aws:</c>
    /// (<see href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">AWS</see>).
    /// </param>
    /// <param name="value">
    /// 256 of the same characters at most
    /// (<see href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">AWS</see>).
    /// </param>
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
