using ArchDsl.Model;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Equality_IsThatOfTheElements() => Gen.Choose(0, 2).ArrayOf().Twice().Check(static pair =>
    {
        var (a, b) = (pair.Item1.ToEquatableArray(), pair.Item2.ToEquatableArray());
        bool equal = pair.Item1.SequenceEqual(pair.Item2);

        Assert.Equal(equal, a == b);
        Assert.Equal(!equal, a != b);
        Assert.Equal(equal, a.Equals((object)b));
        Assert.True(!equal || a.GetHashCode() == b.GetHashCode());
        Assert.Equal(pair.Item1, a);
    });

    [Fact]
    public void Empty_IsTheDefault()
    {
        Assert.Equal(default, EquatableArray.Of<int>());
        Assert.Empty(default(EquatableArray<int>));
    }

    [Fact]
    public void Copies_KeepTheirElements()
    {
        int[] source = [1, 2];
        EquatableArray<int> copy = source.ToEquatableArray();
        source[0] = 3;

        Assert.Equal([1, 2], copy);
    }
}
