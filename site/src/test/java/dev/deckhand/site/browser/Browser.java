package dev.deckhand.site.browser;

import dev.deckhand.site.document.Slides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's Chromium, without a window, which reaches no host at all. */
final class Browser implements AutoCloseable {

  private static final Pattern REQUEST =
      Pattern.compile(
          "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What is missing for it on this machine, and where to get it. */
  static Optional<String> missingPart() {
    return chromium().isPresent() && chromedriver().isPresent()
        ? Optional.empty()
        : Optional.of(
            "no chromium with its chromedriver is on the PATH; on Debian: apt-get install chromium"
                + " chromium-driver");
  }

  /** Starts it, where nothing is missing. */
  static Browser start() {
    var logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toFile());
    // containers let a browser have no sandbox of its own, and it opens nothing but our files
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND");
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver().orElseThrow().toFile())
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> chromium() {
    return onPath("chromium", "chromium-browser", "google-chrome");
  }

  private static Optional<Path> chromedriver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(name ->
            Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** A screen to look at pages on. */
  enum ScreenSize {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    ScreenSize(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  void resize(ScreenSize screenSize, String colours) {
    resize(screenSize.width, screenSize.height, screenSize == ScreenSize.PHONE);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  /** As large as slides are laid out. */
  void resizeToProjector() {
    resize(Slides.WIDTH, Slides.HEIGHT, false);
  }

  private void resize(int width, int height, boolean mobile) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
  }

  void open(String url) {
    driver.get(url);
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something is so; a page has no sign of its own for being ready. */
  <T> T until(Function<Browser, T> so) {
    return new WebDriverWait(driver, PATIENCE).until(_ -> so.apply(this));
  }

  /** Clicks it in the middle of the screen: at the top it would be below the bar that stays. */
  void click(WebElement element) {
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  String title() {
    return find("h1").getText();
  }

  String url() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** By how many pixels the page is wider than the screen. */
  long overflowWidth() {
    return number("return document.documentElement.scrollWidth - innerWidth");
  }

  /** Whether the top of an element is on the screen, below what covers it. */
  boolean shows(WebElement element) {
    Object seen =
        driver.executeScript(
            "const box = arguments[0].getBoundingClientRect();"
                + "const at = document.elementFromPoint(box.left + 5, box.top + box.height / 2);"
                + "return at !== null && (at === arguments[0] || arguments[0].contains(at))",
            element);
    return Boolean.TRUE.equals(seen);
  }

  private long number(String script) {
    return ((Number) java.util.Objects.requireNonNull(driver.executeScript(script))).longValue();
  }

  /** What was asked for since the last time, as addresses. */
  List<String> requests() {
    var urls = new ArrayList<String>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      REQUEST.matcher(entry.getMessage()).results().forEach(found -> urls.add(found.group(1)));
    }
    return urls;
  }

  /** What the browser complained of since the last time. */
  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
