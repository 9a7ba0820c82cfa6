namespace ArchDsl.Synthesis.Tests.Building;

public class MembersTests
{
    [Fact]
    public void Reversed_TurnsEveryLevelAround() => Assert.Equal(
        """
        public partial class Root
        {
            [Two]
            public partial class Two
            {
                public partial class B;
                public partial class A;
            }
            [One]
            public partial class One;
        }
        """.ReplaceLineEndings("\n"),
        Members.Reversed("""
        public partial class Root
        {
            [One]
            public partial class One;
            [Two]
            public partial class Two
            {
                public partial class A;
                public partial class B;
            }
        }
        """));
}
