using ArchDsl;

namespace Case;

[Vpc]
public partial class Shop
{
    [PublicSubnet]
    public partial class Public
    {
        [Alb, HttpListener, RoutesTo<Api>]
        public partial class LoadBalancer;

        [Fargate(Image = "public.ecr.aws/x/y:1"), Uses<Private.Database>]
        public partial class Api;
    }

    [IsolatedSubnet]
    public partial class Private
    {
        [Rds]
        public partial class Database;
    }
}
