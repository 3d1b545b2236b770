// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: Twenty-five undeclared methods hand two arguments on and swap them once on the way, so that marketing gets the street.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.TwentyFiveDown;

[ForPurpose("billing")]
public static class Dispatch
{
    public static void Ship(Customer customer, string item) => Chain.Step1(customer.Street, item);
}

[ForPurpose("billing")]
public static class Receipts
{
    public static void Print(string text) => Use.Billing(text);
}

[ForPurpose("marketing")]
public static class Leaflet
{
    public static void Enclose(string text) => Use.Marketing("You liked " + text);
}

// Declares nothing: it only hands on.
public static class Chain
{
    public static void Step1(string first, string second) => Step2(first, second);

    public static void Step2(string first, string second) => Step3(first, second);

    public static void Step3(string first, string second) => Step4(first, second);

    public static void Step4(string first, string second) => Step5(first, second);

    public static void Step5(string first, string second) => Step6(first, second);

    public static void Step6(string first, string second) => Step7(first, second);

    public static void Step7(string first, string second) => Step8(first, second);

    public static void Step8(string first, string second) => Step9(first, second);

    public static void Step9(string first, string second) => Step10(first, second);

    public static void Step10(string first, string second) => Step11(first, second);

    public static void Step11(string first, string second) => Step12(first, second);

    public static void Step12(string first, string second) => Step13(first, second);

    public static void Step13(string first, string second) => Step14(second, first);

    public static void Step14(string first, string second) => Step15(first, second);

    public static void Step15(string first, string second) => Step16(first, second);

    public static void Step16(string first, string second) => Step17(first, second);

    public static void Step17(string first, string second) => Step18(first, second);

    public static void Step18(string first, string second) => Step19(first, second);

    public static void Step19(string first, string second) => Step20(first, second);

    public static void Step20(string first, string second) => Step21(first, second);

    public static void Step21(string first, string second) => Step22(first, second);

    public static void Step22(string first, string second) => Step23(first, second);

    public static void Step23(string first, string second) => Step24(first, second);

    public static void Step24(string first, string second) => Step25(first, second);

    public static void Step25(string first, string second)
    {
        Receipts.Print(first);
        Leaflet.Enclose(second); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Dispatch.Ship(Customers.Ada(), "router");
}
