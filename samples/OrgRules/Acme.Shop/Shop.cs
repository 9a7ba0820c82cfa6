using ArchDsl;

namespace Acme;

[Architecture("acme-shop")]
[Stage("dev")]
[Stage("prod")]
[Vpc]
public partial class Shop
{
    [S3("acme-shop-photos")]
    public partial class Photos;

    [S3("legacy-invoices")]
    [AcceptRisk("ACME0001", Reason = "Older than the policy, which has an exception for it.", Until = "2099-12-31")]
    public partial class Invoices;

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds]
        [Rds(Stage = "prod", MultiAz = true)]
        public partial class Database;
    }
}
