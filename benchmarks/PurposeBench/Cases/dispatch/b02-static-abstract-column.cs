// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Income
// proof: reaches
// why: Marketing chooses the column by a type argument; the static member behind it declares nothing and reads the income.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.StaticAbstractColumn;

public interface IColumn<in TRow>
{
    static abstract string Title { get; }

    static abstract string Cell(TRow row);
}

public readonly struct SegmentColumn : IColumn<Customer>
{
    public static string Title => "Segment";

    public static string Cell(Customer row) => row.Segment;
}

public readonly struct IncomeColumn : IColumn<Customer>
{
    public static string Title => "Income";

    public static string Cell(Customer row) => row.Income.ToString(CultureInfo.InvariantCulture); //! ECRM2003
}

public static class Sheet
{
    public static string Of<TRow, TColumn>(TRow row)
        where TColumn : IColumn<TRow> => $"{TColumn.Title}: {TColumn.Cell(row)}";
}

[ForPurpose("marketing")]
public static class PremiumSegment
{
    public static void Pick(Customer customer)
    {
        Use.Marketing(Sheet.Of<Customer, SegmentColumn>(customer));
        Use.Marketing(Sheet.Of<Customer, IncomeColumn>(customer));
    }
}

public static class Case
{
    public static void Run() => PremiumSegment.Pick(Customers.Ada());
}
