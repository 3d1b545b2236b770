namespace Fabrikam.Crm.Services;

public interface ICreditLimits
{
    Task<decimal> OfAsync(int contact);
}
