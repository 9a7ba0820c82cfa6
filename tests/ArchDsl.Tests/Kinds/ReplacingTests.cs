using ArchDsl.Model;

namespace ArchDsl.Tests.Kinds;

public sealed class ReplacingTests
{
    /// <summary>A setting that is called otherwise would never be found to replace anything.</summary>
    [Fact]
    public void Replacing_NamesSettings()
    {
        IReadOnlyList<Kind> kinds = Discover.All<Kind>();

        Assert.NotEmpty(kinds.SelectMany(static kind => kind.Replacing));
        Assert.Empty(from kind in kinds
                     from name in kind.Replacing
                     where kind.ComponentType.GetProperty(name) is null
                     select $"{kind.ComponentType.Name}.{name}");
    }
}
