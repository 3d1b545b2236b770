namespace Fabrikam.Crm.Domain;

public enum Channel
{
    Mail,
    Text,
}
