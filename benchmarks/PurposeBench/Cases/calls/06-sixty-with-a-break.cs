// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: Thirty methods return the note, thirty more hand it down, but one of them hands on a constant.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.SixtyWithABreak;

[ForPurpose("support")]
public static class Reading
{
    public static void Start(Customer customer) => Handing.Down1(Up30(customer));

    private static string Up30(Customer customer) => Up29(customer);
    private static string Up29(Customer customer) => Up28(customer);
    private static string Up28(Customer customer) => Up27(customer);
    private static string Up27(Customer customer) => Up26(customer);
    private static string Up26(Customer customer) => Up25(customer);
    private static string Up25(Customer customer) => Up24(customer);
    private static string Up24(Customer customer) => Up23(customer);
    private static string Up23(Customer customer) => Up22(customer);
    private static string Up22(Customer customer) => Up21(customer);
    private static string Up21(Customer customer) => Up20(customer);
    private static string Up20(Customer customer) => Up19(customer);
    private static string Up19(Customer customer) => Up18(customer);
    private static string Up18(Customer customer) => Up17(customer);
    private static string Up17(Customer customer) => Up16(customer);
    private static string Up16(Customer customer) => Up15(customer);
    private static string Up15(Customer customer) => Up14(customer);
    private static string Up14(Customer customer) => Up13(customer);
    private static string Up13(Customer customer) => Up12(customer);
    private static string Up12(Customer customer) => Up11(customer);
    private static string Up11(Customer customer) => Up10(customer);
    private static string Up10(Customer customer) => Up9(customer);
    private static string Up9(Customer customer) => Up8(customer);
    private static string Up8(Customer customer) => Up7(customer);
    private static string Up7(Customer customer) => Up6(customer);
    private static string Up6(Customer customer) => Up5(customer);
    private static string Up5(Customer customer) => Up4(customer);
    private static string Up4(Customer customer) => Up3(customer);
    private static string Up3(Customer customer) => Up2(customer);
    private static string Up2(Customer customer) => Up1(customer);
    private static string Up1(Customer customer) => customer.Note;
}

// Declares nothing: it only hands on.
public static class Handing
{
    public static void Down1(string text) => Down2(text);
    public static void Down2(string text) => Down3(text);
    public static void Down3(string text) => Down4(text);
    public static void Down4(string text) => Down5(text);
    public static void Down5(string text) => Down6(text);
    public static void Down6(string text) => Down7(text);
    public static void Down7(string text) => Down8(text);
    public static void Down8(string text) => Down9(text);
    public static void Down9(string text) => Down10(text);
    public static void Down10(string text) => Down11(text);
    public static void Down11(string text) => Down12(text);
    public static void Down12(string text) => Down13(text);
    public static void Down13(string text) => Down14(text);
    public static void Down14(string text) => Down15(text);
    public static void Down15(string text) => Down16(text);
    public static void Down16(string text) => Down17(text);
    public static void Down17(string text) => Down18("(no text)");
    public static void Down18(string text) => Down19(text);
    public static void Down19(string text) => Down20(text);
    public static void Down20(string text) => Down21(text);
    public static void Down21(string text) => Down22(text);
    public static void Down22(string text) => Down23(text);
    public static void Down23(string text) => Down24(text);
    public static void Down24(string text) => Down25(text);
    public static void Down25(string text) => Down26(text);
    public static void Down26(string text) => Down27(text);
    public static void Down27(string text) => Down28(text);
    public static void Down28(string text) => Down29(text);
    public static void Down29(string text) => Down30(text);
    public static void Down30(string text) => Words.Count(text);
}

[ForPurpose("analytics")]
public static class Words
{
    public static void Count(string text) => Use.Analytics(text);
}

public static class Case
{
    public static void Run() => Reading.Start(Customers.Ada());
}
