using Ethics.Crm;

namespace PurposeBench.Cases.Projects.PurposeOfLibraryBase;

[ForPurpose("newsletter")]
public abstract class ReaderJob
{
    public void Run(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
            Prepare(customer);
        Finish();
    }

    protected abstract void Prepare(Customer customer);

    protected abstract void Finish();
}
